boolean printed(String text) {
  new File(basedir, 'build.log').readLines().any { it.contains(text) }
}

assert printed('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert !printed('restricted method')
