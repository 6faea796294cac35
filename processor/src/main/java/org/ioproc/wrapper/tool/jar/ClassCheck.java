package org.ioproc.wrapper.tool.jar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Checks that a DLL has all the classes that it needs, and that Java 17 can load them. */
public final class ClassCheck {

  private static final int OLDEST_JAVA = 17;

  private final Jar jar;
  private final List<Jar> jars;
  private final Set<String> present = new HashSet<>();
  private final Set<String> followed = new HashSet<>();
  private final SystemPackages system = new SystemPackages();

  /**
   * Prepares a check.
   *
   * @param jar the jar with the procedures
   * @param classPath the other jars
   */
  public ClassCheck(Jar jar, List<Jar> classPath) {
    this.jar = jar;
    jars = new ArrayList<>(List.of(jar));
    jars.addAll(classPath);
    for (Jar one : jars) {
      one.entries().stream()
          .filter(Entry::isClass)
          .map(entry -> EntryNames.unversioned(entry.name()))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .forEach(present::add);
    }
  }

  /** Reads every entry of the jars, and refuses damaged ones and classes for newer Java. */
  public void checkEntries() throws InputException {
    for (Jar one : jars) {
      for (Entry entry : one.entries()) {
        if (isForOldestJava(one, entry)) {
          checkVersion(one, entry);
        } else {
          one.verify(entry);
        }
      }
    }
  }

  /** Returns whether Java 17 may load an entry. Class loaders never load module descriptors. */
  private static boolean isForOldestJava(Jar jar, Entry entry) {
    String name = entry.name();
    boolean isVersioned = name.startsWith("META-INF/versions/");
    return entry.isClass()
        && !name.endsWith("module-info.class")
        && (isVersioned ? jar.isMultiRelease() && EntryNames.version(name) <= OLDEST_JAVA : true);
  }

  private static void checkVersion(Jar jar, Entry entry) throws InputException {
    int java = parse(jar, entry).javaVersion();
    if (java > OLDEST_JAVA) {
      throw new InputException(
          ("Classes must run on Java %1$d, the oldest that the DLL accepts. %2$s in %3$s needs Java"
                  + " %4$d. Compile it with --release %1$d, or use a jar for Java %1$d.")
              .formatted(
                  OLDEST_JAVA, className(EntryNames.unversioned(entry.name())), jar.path(), java));
    }
  }

  private static ClassFile parse(Jar jar, Entry entry) throws InputException {
    return ClassFile.read(jar.content(entry))
        .orElseThrow(
            () ->
                new InputException(
                    "Class files must be valid. %s in %s is not. Compile and pack it again."
                        .formatted(entry.name(), jar.path())));
  }

  /**
   * Follows the author's classes from a procedure on, and refuses references to classes that are
   * nowhere. The author's classes are those in the procedure's package and the packages below it:
   * libraries in the same jar may refer to classes that are optional.
   *
   * @param procedure the procedure's name, for messages
   * @param provider the binary name of the class that creates it
   */
  public void checkReferences(String procedure, String provider) throws InputException {
    String root = provider.replace('.', '/');
    if (classEntry(root).isEmpty()) {
      throw new InputException(
          ("The procedures' classes must be in the jar. %s, which creates %s, is not in %s. Build the"
                  + " jar again from clean: the class was renamed, deleted or left out.")
              .formatted(provider, procedure, jar.path()));
    }
    Queue<String> waiting = new ArrayDeque<>();
    if (followed.add(root)) {
      waiting.add(root);
    }
    while (!waiting.isEmpty()) {
      String user = waiting.remove();
      Optional<Entry> entry = classEntry(user);
      if (entry.isPresent()) {
        for (String used : parse(jar, entry.get()).references()) {
          checkPresent(user, used);
          if (isBelow(root, used) && followed.add(used)) {
            waiting.add(used);
          }
        }
      }
    }
  }

  /**
   * Returns whether a class is in the package of another one or, unless that has no name, below.
   */
  private static boolean isBelow(String other, String name) {
    String start = other.substring(0, other.lastIndexOf('/') + 1);
    return start.isEmpty() ? name.indexOf('/') < 0 : name.startsWith(start);
  }

  private Optional<Entry> classEntry(String name) {
    return jar.entry(name + ".class");
  }

  private void checkPresent(String user, String used) throws InputException {
    if (!present.contains(used) && !system.contains(used)) {
      throw new InputException(
          ("All classes that the procedures use must be in the jar, on the class path or in"
                  + " Java. %s"
                  + " uses %s, which is in none of them. Add its jar to --class-path.")
              .formatted(className(user), className(used)));
    }
  }

  /** Refuses jars without ioproc's runtime library, or with another version of it. */
  public void checkRuntime() throws InputException {
    for (Jar one : jars) {
      Optional<Entry> entry = one.entry(RuntimeContract.CLASS);
      if (entry.isPresent()) {
        RuntimeContract.check(one, parse(one, entry.get()));
        return;
      }
    }
    throw new InputException(
        "The DLL needs ioproc-runtime. It is neither in %s nor on the class path. Add its jar to"
                .formatted(jar.path())
            + " --class-path.");
  }

  private static String className(String name) {
    return name.replaceFirst("\\.class$", "").replace('/', '.');
  }
}
