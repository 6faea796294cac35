package org.ioproc.testing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The files that a test has named, and the checks that follow from them. */
final class Terms {

  final List<ExpectedFile> files = new ArrayList<>();
  final List<String> damaged = new ArrayList<>();
  final List<String> folders = new ArrayList<>();
  final List<String> writable = new ArrayList<>();
  final List<String> full = new ArrayList<>();
  final List<String> missing = new ArrayList<>();
  final Set<Promise> excepted = EnumSet.noneOf(Promise.class);
  boolean opensAnyName;

  /** Returns the names by which programs choose the procedure. */
  List<String> names() {
    List<String> names = new ArrayList<>(folders);
    files.forEach(file -> names.add(file.name()));
    names.addAll(damaged);
    names.addAll(writable);
    names.addAll(full);
    names.addAll(missing);
    return names;
  }

  /** Returns the checks in their order: a check may need the promises of those before it. */
  List<Check> checks(long seed) {
    requireFile();
    List<Check> checks = new ArrayList<>();
    files.forEach(file -> checks.addAll(ReadChecks.of(file)));
    addMissing(checks);
    folders.forEach(folder -> checks.add(OpenChecks.folder(folder)));
    files.forEach(file -> checks.addAll(SharingChecks.of(file, other(file))));
    addRequests(checks);
    addWriting(checks, seed);
    damaged.forEach(name -> checks.add(FailureChecks.damage(name)));
    files.forEach(file -> checks.add(SharingChecks.interrupts(file, other(file))));
    return checks;
  }

  /** Returns the next file, or the same if there is only one. */
  private ExpectedFile other(ExpectedFile file) {
    return files.get((files.indexOf(file) + 1) % files.size());
  }

  private void requireFile() {
    if (files.isEmpty() && writable.isEmpty()) {
      throw new IllegalArgumentException(
          "A contract must have a file to check; this one names none. Add file(name, content) or"
              + " writable(name).");
    }
  }

  private void addMissing(List<Check> checks) {
    if (opensAnyName) {
      return;
    }
    List<String> names = missing.isEmpty() ? List.of(derivedMissing()) : missing;
    String remedy =
        missing.isEmpty()
            ? "; name a file that is missing with missing(name), or add opensAnyName()"
            : "";
    for (String name : names) {
      checks.add(OpenChecks.missing(name, remedy));
      checks.add(OpenChecks.notCreated(name));
    }
  }

  private String derivedMissing() {
    return Names.with("-missing", files.isEmpty() ? writable.get(0) : files.get(0).name());
  }

  private void addRequests(List<Check> checks) {
    for (ExpectedFile file : files) {
      checks.add(OpenChecks.nameless(file));
      if (writable.isEmpty()) {
        checks.add(OpenChecks.writeAccess(file));
      }
    }
  }

  private void addWriting(List<Check> checks, long seed) {
    for (String name : writable) {
      checks.addAll(WriteChecks.of(name, seed));
      checks.addAll(NameChecks.of(name, seed));
    }
    full.forEach(name -> checks.add(FailureChecks.full(name)));
  }
}
