# Runs Eclipse's compiler as the IDE does.
cd target
processors=$(printf '%s:' processors/*.jar)
java -jar ecj.jar -17 -classpath "$(printf '%s:' lib/*.jar)" -processorpath "$processors" -d classes ../src
java --enable-native-access=ALL-UNNAMED -cp 'classes:lib/*' com.example.Program a.snd
