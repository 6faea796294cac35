java --enable-native-access=ALL-UNNAMED -jar target/application-1-all.jar a.snd a.tape
# Without the transformer the one jar's line hides the other's.
java --enable-native-access=ALL-UNNAMED -jar target/application-1-untransformed.jar
