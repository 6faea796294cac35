cd target
# An image that contains the application, ioproc and JNA as modules.
jlink --module-path jlink-1.jar:lib --add-modules com.example --output image \
  --launcher program=com.example/com.example.Program \
  --add-options ' --enable-native-access=org.ioproc,com.sun.jna'
image/bin/program module.snd

# An image that contains only modules of the JDK, with jars on its class path. JNA needs
# java.logging. Java 22 and later need neither, except on 32-bit Windows.
classes=jlink-1.jar:lib/ioproc-runtime.jar
if [ "$1" -lt 22 ]; then
  jlink --add-modules java.base,java.logging --output runtime
  classes=$classes:lib/jna-jpms.jar
else
  jlink --add-modules java.base --output runtime
fi
runtime/bin/java --enable-native-access=ALL-UNNAMED -cp "$classes" com.example.Program jar.snd
