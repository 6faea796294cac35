cd target
# The application, ioproc and JNA as modules of the image.
jlink --module-path jlink-1.jar:lib --add-modules com.example --output image \
  --launcher program=com.example/com.example.Program \
  --add-options ' --enable-native-access=org.ioproc,com.sun.jna'
image/bin/program module.snd

# An image of Java's own modules, with jars on its class path. JNA needs java.logging. From Java 22
# on only winmm is called through JNA, so that elsewhere neither is needed.
classes=jlink-1.jar:lib/ioproc-runtime.jar
if [ "$1" -lt 22 ]; then
  jlink --add-modules java.base,java.logging --output runtime
  classes=$classes:lib/jna-jpms.jar
else
  jlink --add-modules java.base --output runtime
fi
runtime/bin/java --enable-native-access=ALL-UNNAMED -cp "$classes" com.example.Program jar.snd
