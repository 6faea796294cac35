import java.util.zip.ZipFile

File wrapper = new File(basedir, 'procedures/target/wrapper')
['x64', 'arm64'].each {
  File folder = new File(wrapper, it)
  new ZipFile(new File(folder, 'sndioproc.jar')).withCloseable { classes ->
    assert classes.getEntry('com/example/SndIoProc.class')
  }
  List<String> jars = new File(folder, 'lib').list().sort()
  assert jars.any { it.startsWith('sounds') } && jars.any { it.startsWith('ioproc-runtime') }
  assert jars.every { !it.startsWith('jna') && !it.startsWith('jspecify') }

  byte[] dll = new File(folder, 'sndioproc.dll').bytes
  String names = new String(dll, 'ISO-8859-1')
  assert names.contains('\0SoundInstall\0') && names.contains('\0SoundRemove\0')
  assert !names.contains('\0InstallSndIoProc\0')
  assert !names.contains('com/example/SndIoProc.class') : 'The class must not be in the DLL.'
  String text = new String(dll, 'UTF-16LE')
  ['Sounds for C', '1.4.0-beta', 'Example', 'Copyright 2024 Example'].each {
    assert text.contains(it + '\0')
  }
}
assert !new File(wrapper, 'x86').exists()

// Only the module with the procedure is wrapped: the parent has no jar, the other one is skipped.
assert !new File(basedir, 'target').exists()
assert !new File(basedir, 'sounds/target/wrapper').exists()
