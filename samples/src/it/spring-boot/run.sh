java --enable-native-access=ALL-UNNAMED -jar target/spring-boot-1.jar
