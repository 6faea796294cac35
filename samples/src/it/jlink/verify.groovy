boolean printed(String text) {
  new File(basedir, 'build.log').readLines().any { it.contains(text) }
}

assert printed('module.snd has a sound')
assert printed('jar.snd has a sound')
