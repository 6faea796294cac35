String line = new File(basedir, 'run.sh').readLines().find { it.startsWith('javac ') }
assert new File(basedir, '../../../../README.md').readLines().contains(line)
true
