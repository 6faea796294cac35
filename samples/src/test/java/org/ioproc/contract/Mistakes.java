package org.ioproc.contract;

import static org.ioproc.testing.Promise.BUFFERS;
import static org.ioproc.testing.Promise.CONTENT;
import static org.ioproc.testing.Promise.COUNTS;
import static org.ioproc.testing.Promise.CREATION;
import static org.ioproc.testing.Promise.DAMAGE;
import static org.ioproc.testing.Promise.DELETION;
import static org.ioproc.testing.Promise.END;
import static org.ioproc.testing.Promise.EXTENSION;
import static org.ioproc.testing.Promise.FAILED_CALLS;
import static org.ioproc.testing.Promise.FOLDERS;
import static org.ioproc.testing.Promise.FULL_CONTAINERS;
import static org.ioproc.testing.Promise.INTERRUPTS;
import static org.ioproc.testing.Promise.MISSING_FILES;
import static org.ioproc.testing.Promise.NAMELESS_FILES;
import static org.ioproc.testing.Promise.NO_CREATION;
import static org.ioproc.testing.Promise.OPENS;
import static org.ioproc.testing.Promise.OTHER_THREADS;
import static org.ioproc.testing.Promise.OVERWRITING;
import static org.ioproc.testing.Promise.POSITIONS;
import static org.ioproc.testing.Promise.READING_BACK;
import static org.ioproc.testing.Promise.RELEASE;
import static org.ioproc.testing.Promise.RENAMING;
import static org.ioproc.testing.Promise.REOPENING;
import static org.ioproc.testing.Promise.RIFF_SIZES;
import static org.ioproc.testing.Promise.SEVERAL_FILES;
import static org.ioproc.testing.Promise.SIMULTANEOUS_THREADS;
import static org.ioproc.testing.Promise.SIZE;
import static org.ioproc.testing.Promise.THREAD_STATE;
import static org.ioproc.testing.Promise.TRUNCATION;
import static org.ioproc.testing.Promise.WRITE_ACCESS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ioproc.testing.IoProcContract;
import org.ioproc.testing.Promise;

/** The procedures with mistakes, and the promises that they break. */
final class Mistakes {

  private final ContractFiles files;
  private final Path folder;

  Mistakes(ContractFiles files) {
    this.files = files;
    this.folder = files.folder();
  }

  record Mistake(Object procedure, Promise breaks, IoProcContract contract) {

    String name() {
      return procedure.getClass().getSimpleName();
    }
  }

  /** Begins the contract of a procedure with a code. */
  private interface Start {
    IoProcContract contract(String code, Object procedure);
  }

  private static Mistake mistake(Promise breaks, Start start, String code, Object procedure) {
    return new Mistake(procedure, breaks, start.contract(code, procedure));
  }

  List<Mistake> all() throws IOException {
    return List.of(
        mistake(OPENS, files::reading, "cuts", new MisopenedSounds.CutsNames(folder)),
        mistake(OPENS, files::folder, "noex", new MisopenedSounds.DeniesExisting(folder)),
        mistake(CONTENT, files::folder, "brst", new MisreadSounds.NothingYet(folder)),
        mistake(CONTENT, files::folder, "last", new MisreadSounds.MinusOneTooEarly(folder)),
        mistake(CONTENT, files::folder, "abso", new MisreadSounds.AbsolutePuts(folder)),
        mistake(END, files::folder, "eofx", new MisreadSounds.ThrowsAtTheEnd(folder)),
        mistake(END, files::folder, "pads", new MisreadSounds.PadsTheEnd(folder)),
        mistake(END, files::folder, "bhnd", new MisreadSounds.FailsBehindTheEnd(folder)),
        mistake(SIZE, files::folder, "cmpr", new MisreadSounds.CompressedSize(folder)),
        mistake(SIZE, files::reading, "nosz", new MisreadSounds.NoSize(folder)),
        mistake(
            COUNTS, files::folder, "scrm", new MisreadSounds.ScrambledFromTheBuffersStart(folder)),
        mistake(POSITIONS, files::folder, "sequ", new MisreadSounds.ReadsOn(folder)),
        mistake(FAILED_CALLS, files::reading, "give", new FailedSounds.GivesUp(folder)),
        mistake(DAMAGE, files::damaged, "dmge", new FailedSounds.DamageIsTheEnd(folder)),
        mistake(DAMAGE, files::damaged, "rpto", new FailedSounds.ReportsDamageOnce(folder)),
        mistake(DAMAGE, files::damaged, "dmis", new FailedSounds.DamageIsMissing(folder)),
        mistake(REOPENING, files::one, "once", new SharedSounds.OneChannel(files.file())),
        mistake(REOPENING, files::folder, "posn", new SharedSounds.PositionInTheProcedure(folder)),
        mistake(SEVERAL_FILES, files::folder, "lsto", new SharedSounds.LastOpened(folder)),
        mistake(
            SEVERAL_FILES, files::one, "clsa", new SharedSounds.ClosesTheContainer(files.file())),
        mistake(SEVERAL_FILES, files::silent, "wait", new SharedSounds.OneAtATime(folder)),
        mistake(OTHER_THREADS, files::folder, "tloc", new SharedSounds.KnownToItsThread(folder)),
        mistake(OTHER_THREADS, files::folder, "ownr", new LeftoverSounds.ClosesOnItsThread(folder)),
        mistake(SIMULTANEOUS_THREADS, files::folder, "scrt", new SharedSounds.OneArray(folder)),
        mistake(INTERRUPTS, files::one, "intr", new SharedSounds.OneFileChannel(files.file())),
        mistake(THREAD_STATE, files::folder, "stat", new LeftoverSounds.LeavesAnInterrupt(folder)),
        mistake(THREAD_STATE, files::folder, "prio", new LeftoverSounds.LeavesAPriority(folder)),
        mistake(RELEASE, files::folder, "leak", new LeftoverSounds.NeverCloses(folder)),
        mistake(BUFFERS, files::folder, "keep", new LeftoverSounds.KeepsItsBuffer(folder)),
        mistake(BUFFERS, files::folder, "late", new LeftoverSounds.FillsLater(folder)),
        mistake(MISSING_FILES, files::reading, "empt", new MisopenedSounds.EmptyIfMissing(folder)),
        mistake(
            MISSING_FILES, files::folder, "word", new MisopenedSounds.MissingInOwnWords(folder)),
        mistake(MISSING_FILES, files::folder, "null", new MisopenedSounds.NullIfMissing(folder)),
        mistake(MISSING_FILES, files::folder, "yesx", new MisopenedSounds.ConfirmsAnyName(folder)),
        mistake(FOLDERS, files::reading, "fold", new MisopenedSounds.OpensFolders(folder)),
        mistake(NAMELESS_FILES, files::reading, "splt", new MisopenedSounds.SplitsTheName(folder)),
        mistake(
            NAMELESS_FILES, files::folder, "letr", new MisopenedSounds.TakesTheFirstLetter(folder)),
        mistake(WRITE_ACCESS, files::reading, "rdon", new MisopenedSounds.OnlyReads(folder)),
        mistake(
            NO_CREATION, files::folder, "crte", new MisopenedSounds.CreatesWhatIsWritten(folder)),
        mistake(CREATION, files::folder, "lose", new MiswrittenSounds.WritesOneBlock(folder)),
        mistake(BUFFERS, files::folder, "pend", new MiswrittenSounds.KeepsWhatIsWritten(folder)),
        mistake(TRUNCATION, files::folder, "tail", new MiswrittenSounds.KeepsTheOldTail(folder)),
        mistake(OVERWRITING, files::folder, "appd", new MiswrittenSounds.Appends(folder)),
        mistake(RIFF_SIZES, files::folder, "strm", new MiswrittenSounds.StreamsNewFiles(folder)),
        mistake(EXTENSION, files::folder, "ngap", new MiswrittenSounds.LeavesNoGap(folder)),
        mistake(READING_BACK, files::folder, "memo", new MiswrittenSounds.WritesAtClose(folder)),
        mistake(RENAMING, files::folder, "copy", new MiswrittenSounds.Copies(folder)),
        mistake(RENAMING, files::folder, "repl", new MiswrittenSounds.Replaces(folder)),
        mistake(DELETION, files::folder, "dele", new MiswrittenSounds.DeletesNothing(folder)),
        mistake(
            FULL_CONTAINERS, files::full, "empf", new FailedSounds.EmptiesWhatHasNoRoom(folder)),
        mistake(
            FULL_CONTAINERS, files::full, "full", new FailedSounds.HidesAFullContainer(folder)));
  }
}
