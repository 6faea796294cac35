java --enable-native-access=ALL-UNNAMED -jar target/application-1-all.jar a.snd a.tape
# Without the transformer, one jar's service file hides the other's.
java --enable-native-access=ALL-UNNAMED -jar target/application-1-untransformed.jar
