// The log contains the output of both builds.
int printed(String text) {
  new File(basedir, 'build.log').readLines().count { it == text }
}

assert printed('1 installed by installAll') == 2
assert printed('a.snd has a sound') == 2
assert printed('a.plai has a sound') == 2
assert printed('mapped') == 2
