// Copies the README's module declaration, and the two procedures that it provides, into the project.
String readme = new File(basedir, '../../../../README.md').getText('UTF-8')
List<String> code = (readme =~ /(?ms)^```java\n(.*?)^```$/).collect { it[1] }

void write(List<String> code, String name, String start, String header) {
  String snippet = code.find { it.contains(start) }
  assert snippet : "README.md has no snippet with \"${start}\""
  File file = new File(basedir, "src/main/java/${name}.java")
  file.parentFile.mkdirs()
  file.setText(header + snippet, 'UTF-8')
}

// An IDE adds the imports that the snippets leave out.
String header = '''\
package com.example.sounds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.*;
import org.ioproc.*;

'''
write(code, 'com/example/sounds/SndIoProc', 'class SndIoProc ', header)
write(code, 'com/example/sounds/ToneIoProc', 'class ToneIoProc ', header)
write(code, 'module-info', 'module com.example.sounds ', '')
true
