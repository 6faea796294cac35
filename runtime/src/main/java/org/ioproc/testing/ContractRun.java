package org.ioproc.testing;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioName;
import org.ioproc.mmio.Mmio;

/** Runs all checks of a contract in all managers. */
final class ContractRun {

  private final IoProcContract.Installer installer;
  private final Terms terms;
  private final long seed;
  private final Duration limit;
  private final List<Check> checks;
  private final Findings findings = new Findings();
  private boolean hangs;

  ContractRun(IoProcContract.Installer installer, Terms terms, long seed, Duration limit) {
    this.installer = installer;
    this.terms = terms;
    this.seed = seed;
    this.limit = limit;
    this.checks = terms.checks(seed);
  }

  List<BrokenPromise> run() {
    for (Way way : Way.available()) {
      if (!hangs && !isUsedUp()) {
        run(way);
      }
    }
    return findings.toList();
  }

  /** Returns whether the procedure's only channel may be closed for good. */
  private boolean isUsedUp() {
    return findings.has(Promise.REOPENING) || findings.has(Promise.INTERRUPTS);
  }

  private void run(Way way) {
    Mmio mmio = way.manager();
    try (InstalledIoProc procedure = install(mmio)) {
      terms.names().forEach(name -> requireChooses(procedure.code(), name));
      run(way, mmio, procedure);
    }
  }

  private InstalledIoProc install(Mmio mmio) {
    try {
      return installer.install(mmio);
    } catch (Exception failure) {
      throw new IllegalStateException(
          "The procedure must be installed to be checked; installing it failed: "
              + Unexpected.text(failure),
          failure);
    }
  }

  private static void requireChooses(FourCc code, String name) {
    FourCc chosen = MmioName.find(name).flatMap(MmioName::code).orElse(null);
    if (!code.equals(chosen)) {
      throw new IllegalArgumentException(
          "A file's name must choose the procedure by its container's extension; "
              + Program.quoted(name)
              + (chosen == null ? " chooses none" : " chooses \"" + chosen + '"')
              + ", and the procedure's code is \""
              + code
              + "\".");
    }
  }

  private void run(Way way, Mmio mmio, InstalledIoProc procedure) {
    Set<Promise> doubtful = EnumSet.noneOf(Promise.class);
    doubtful.addAll(terms.excepted);
    for (Check check : checks) {
      if (hangs || doubtful.contains(check.promise()) || check.needsOneOf(doubtful)) {
        doubtful.add(check.promise());
      } else {
        run(check, new Program(way, mmio, procedure, seed))
            .ifPresent(unexpected -> doubtful.addAll(add(check, unexpected, way)));
      }
    }
  }

  /** Returns the promises that are broken, or cannot be checked any more. */
  private Set<Promise> add(Check check, Unexpected unexpected, Way way) {
    Promise other = unexpected.promise();
    Promise promise = other == null ? check.promise() : other;
    if (!terms.excepted.contains(promise)) {
      findings.add(promise, unexpected, way);
    }
    return EnumSet.of(promise, check.promise());
  }

  private Optional<Unexpected> run(Check check, Program program) {
    ClientThread thread = ClientThread.start(program, check.body());
    try {
      if (thread.join(limit.toMillis())) {
        return Optional.empty();
      }
      hangs = true;
      return Optional.of(new Hang(thread).report(limit));
    } catch (Unexpected unexpected) {
      return Optional.of(unexpected);
    } catch (InterruptedException interrupted) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The thread was interrupted during the checks.", interrupted);
    }
  }
}
