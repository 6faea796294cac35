boolean printed(String text) {
  new File(basedir, 'build.log').readLines().any { it.contains(text) }
}

assert printed('2 installed')
assert printed('a.snd has a sound')
assert printed('a.tape has a sound')

// The jar that was built without the transformer.
assert printed('1 installed')
assert printed('Mmio.installAll() does not install com.example.tape.TapeIoProc')
