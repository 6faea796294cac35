package org.ioproc.internal.declared;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ioproc.FourCc;
import org.ioproc.MmioException;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.glue.IoProcProvider;

/**
 * Examines every declaration, while {@link DeclaredIoProcs#create()} stops at the first that cannot
 * be used.
 */
public final class DeclarationSurvey {

  /** Ends a search in which the service loader reports the same failure again and again. */
  private static final int MAX_FAILURES = 100;

  private final Map<String, DeclaredIoProc> found = new TreeMap<>();
  private final Map<FourCc, DeclaredIoProc> byCode = new HashMap<>();
  private final List<IoProcGlue<?>> created = new ArrayList<>();
  private final TreeSet<String> problems = new TreeSet<>();

  private DeclarationSurvey() {}

  /** Finds and creates the procedures that are declared now, for this thread. */
  public static DeclarationSurvey make() {
    DeclarationSurvey survey = new DeclarationSurvey();
    DeclaredIoProcs.loaders()
        .forEach(loader -> survey.find(ServiceLoader.load(IoProcProvider.class, loader)));
    survey.found.values().forEach(survey::create);
    return survey;
  }

  private void find(ServiceLoader<IoProcProvider> services) {
    Iterator<IoProcProvider> providers = services.iterator();
    int failures = 0;
    boolean hasMore = true;
    while (hasMore && failures < MAX_FAILURES) {
      try {
        hasMore = addNext(providers);
      } catch (ServiceConfigurationError | LinkageError failure) {
        failures++;
        report(LoadFailures.notLoaded(failure));
      }
    }
  }

  private boolean addNext(Iterator<IoProcProvider> providers) {
    if (!providers.hasNext()) {
      return false;
    }
    DeclaredIoProc declared = new DeclaredIoProc(providers.next());
    found.putIfAbsent(declared.providerName(), declared);
    return true;
  }

  private void create(DeclaredIoProc declared) {
    try {
      IoProcGlue<?> glue = declared.create();
      created.add(glue);
      DeclaredIoProc other = byCode.putIfAbsent(glue.code(), declared);
      if (other != null) {
        report(DeclaredIoProcs.codeTwice(glue.code(), other, declared));
      }
    } catch (MmioException failure) {
      report(failure);
    }
  }

  private void report(MmioException failure) {
    problems.add(String.valueOf(failure.getMessage()));
  }

  /** Returns the procedures that could be created, in the order of their class names. */
  public List<IoProcGlue<?>> created() {
    return List.copyOf(created);
  }

  /** Returns the class and place of every declared procedure that could be loaded. */
  public List<String> declared() {
    return found.values().stream().map(DeclaredIoProc::toString).toList();
  }

  /**
   * Explains what is wrong, and how to correct it: a line for each declaration that cannot be used,
   * and for each jar or folder with procedures that are not declared.
   *
   * @param classPath the jars and folders to search for procedures that are not declared
   */
  public List<String> problems(List<Path> classPath) {
    List<String> all = new ArrayList<>(problems);
    for (Path place : classPath) {
      List<String> lost = MergedJar.undeclaredIn(place, found.values());
      if (!lost.isEmpty()) {
        all.add(MergedJar.explain(place.toString(), lost));
      }
    }
    if (all.isEmpty() && found.isEmpty()) {
      all.add(DeclaredIoProcs.nothingDeclared());
    }
    return all;
  }
}
