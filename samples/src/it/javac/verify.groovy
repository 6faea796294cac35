boolean printed(String text) {
  new File(basedir, 'build.log').readLines().any { it.contains(text) }
}

assert printed('unnamed.snd has a sound')
assert printed('named.snd has a sound')
