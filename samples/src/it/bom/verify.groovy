boolean printed(String text) {
  new File(basedir, 'build.log').readLines().any { it.contains(text) }
}

assert printed('1 installed')
assert printed("any.snd+pom.xml has ${new File(basedir, 'pom.xml').length()} bytes")
assert new File(basedir, 'target/wrapper/x64/sndioproc.dll').length() > 0
