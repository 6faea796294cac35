# Runs the README's command line, and then its counterpart for a named module.
cp -r target/lib target/processors unnamed
cd unnamed
javac --class-path 'lib/*' --processor-module-path processors -d classes src/*.java
java --enable-native-access=ALL-UNNAMED -cp 'classes:lib/*' com.example.Program unnamed.snd

cd ../named
mv ../target/lib ../target/processors .
javac --module-path lib --processor-module-path processors -d classes src/*.java
java --enable-native-access=org.ioproc,com.sun.jna --module-path classes:lib \
  --module com.example/com.example.Program named.snd
