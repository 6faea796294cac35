boolean printed(String text) {
  new File(basedir, 'build.log').readLines().any { it.contains(text) }
}

assert printed('1 installed')
assert printed('a.snd has a sound')
