// Creates a project from the snippets of README.md and nothing else.
String readme = new File(basedir, '../../../../README.md').getText('UTF-8')

List<String> snippets(String text, String language) {
  (text =~ /(?ms)^```${language}\n(.*?)^```$/).collect { it[1] }
}

String setup = (readme =~ /(?ms)^## Setting it up\n(.*?)^## /)[0][1]
List<String> poms = snippets(setup, 'xml')
assert poms.size() >= 1 : 'README.md has no Maven snippet under "Setting it up"'

new File(basedir, 'pom.xml').setText("""\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>readme</artifactId>
  <version>1</version>
${poms[0]}</project>
""", 'UTF-8')

// Gradle does not run here. Its snippet must be valid Groovy and name installed artifacts.
String gradle = snippets(setup, 'groovy')[0]
new GroovyShell().parse(gradle)
assert gradle.contains('mavenLocal()')
List<List<String>> artifacts = (gradle =~ /'([\w.]+):([\w-]+):([\w.-]+)'/).collect { it.tail() }
assert artifacts.size() == 2
artifacts.each { group, name, version ->
  String folder = "${group.replace('.', '/')}/${name}/${version}"
  assert new File(localRepositoryPath, "${folder}/${name}-${version}.jar").exists()
}

List<String> code = snippets(readme, 'java')
String procedure = code.find { it.contains('class SndIoProc ') }
String program = code.find { it.contains('SndIoProcInstaller.install();') }
assert procedure && program : 'README.md lacks the first procedure, or the program that opens a file'

// The procedure is complete. The other snippets leave out imports, which an IDE adds.
String imports = '''\
import java.nio.file.*;
import org.ioproc.*;
import org.ioproc.mmio.*;

'''
File sources = new File(basedir, 'src/main/java')
sources.mkdirs()
new File(sources, 'SndIoProc.java').setText(procedure, 'UTF-8')
new File(sources, 'Program.java').setText("""\
${imports}public final class Program {
  public static void main(String[] arguments) throws Exception {
${program.readLines().collect { '    ' + it }.join('\n')}
    System.out.println(Mmio.system().installAll().size() + " procedure by installAll");
  }
}
""", 'UTF-8')

// The sound that the program opens: one second of silence, 8 bits.
byte[] samples = new byte[8000]
Arrays.fill(samples, (byte) 128)
def format = new javax.sound.sampled.AudioFormat(8000f, 8, 1, false, false)
def sound = new javax.sound.sampled.AudioInputStream(
    new ByteArrayInputStream(samples), format, samples.length)
javax.sound.sampled.AudioSystem.write(
    sound, javax.sound.sampled.AudioFileFormat.Type.WAVE, new File(basedir, 'some.wav'))
true
