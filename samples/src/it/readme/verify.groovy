boolean printed(String text) {
  new File(basedir, 'build.log').readLines().any { it.contains(text) }
}

assert printed('8000 bytes of sound')
assert printed('1 procedure by installAll')
