import java.nio.file.Files
import java.util.zip.ZipFile

// The lines of all the builds' logs that begin with the text.
List<String> printed(String text) {
  new File(basedir, 'build.log').readLines().findAll { it.startsWith(text) }
}

// Each mistake gets one line of explanation, and no stack trace.
String failed = '[ERROR] Failed to execute goal org.ioproc:ioproc-maven-plugin:'
List<String> failures = printed(failed)
assert failures.size() == 2
assert failures[0].contains('"mvn package ioproc:wrap"')
assert failures[1].contains('"next"')
assert printed('\tat ').isEmpty()

List<String> architectures = ['x64', 'x86', 'arm64']
File wrapper = new File(basedir, 'target/wrapper')
['sndioproc.h', 'sndioproc.def', 'README.md'].each { assert new File(wrapper, it).length() > 0 }
architectures.each {
  assert new File(wrapper, "${it}/sndioproc.lib").length() > 0
  File dll = new File(wrapper, "${it}/sndioproc.dll")
  assert new String(dll.bytes, 0, 2, 'ISO-8859-1') == 'MZ'
  new ZipFile(dll).withCloseable { classes ->
    assert classes.getEntry('com/example/SndIoProc.class') : "${dll} lacks the author's class"
    assert classes.getEntry('org/ioproc/IoProc.class') : "${dll} lacks the runtime"
    assert classes.getEntry('com/sun/jna/Native.class') : "${dll} lacks JNA"
  }
  // The version information has the project's name and version.
  String text = new String(dll.bytes, 'UTF-16LE')
  assert text.contains('ProductName\0') && text.contains('wrap\0')
  assert text.contains('ProductVersion\0') && text.contains('1.4\0')
}

// Both builds wrote the same files with the same bytes.
Map<String, byte[]> content(File folder) {
  Map<String, byte[]> files = new TreeMap<>()
  folder.eachFileRecurse(groovy.io.FileType.FILES) {
    files.put(folder.toPath().relativize(it.toPath()).toString(), Files.readAllBytes(it.toPath()))
  }
  files
}
Map<String, byte[]> first = content(new File(basedir, 'first'))
Map<String, byte[]> second = content(wrapper)
assert first.keySet() == second.keySet()
assert first.findAll { name, bytes -> !Arrays.equals(bytes, second[name]) }.isEmpty()
