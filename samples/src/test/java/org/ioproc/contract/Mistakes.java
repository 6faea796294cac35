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

  record Mistake(String name, Promise breaks, IoProcContract contract) {}

  List<Mistake> all() {
    return List.of(
        new Mistake(
            "CutsNames",
            OPENS,
            files.reading(
                "cuts",
                mmio ->
                    MisopenedSounds_CutsNamesInstaller.install(
                        mmio, new MisopenedSounds.CutsNames(folder)))),
        new Mistake(
            "NothingYet",
            CONTENT,
            files.folder(
                "brst",
                mmio ->
                    MisreadSounds_NothingYetInstaller.install(
                        mmio, new MisreadSounds.NothingYet(folder)))),
        new Mistake(
            "MinusOneTooEarly",
            CONTENT,
            files.folder(
                "last",
                mmio ->
                    MisreadSounds_MinusOneTooEarlyInstaller.install(
                        mmio, new MisreadSounds.MinusOneTooEarly(folder)))),
        new Mistake(
            "AbsolutePuts",
            CONTENT,
            files.folder(
                "abso",
                mmio ->
                    MisreadSounds_AbsolutePutsInstaller.install(
                        mmio, new MisreadSounds.AbsolutePuts(folder)))),
        new Mistake(
            "ThrowsAtTheEnd",
            END,
            files.folder(
                "eofx",
                mmio ->
                    MisreadSounds_ThrowsAtTheEndInstaller.install(
                        mmio, new MisreadSounds.ThrowsAtTheEnd(folder)))),
        new Mistake(
            "PadsTheEnd",
            END,
            files.folder(
                "pads",
                mmio ->
                    MisreadSounds_PadsTheEndInstaller.install(
                        mmio, new MisreadSounds.PadsTheEnd(folder)))),
        new Mistake(
            "FailsBehindTheEnd",
            END,
            files.folder(
                "bhnd",
                mmio ->
                    MisreadSounds_FailsBehindTheEndInstaller.install(
                        mmio, new MisreadSounds.FailsBehindTheEnd(folder)))),
        new Mistake(
            "CompressedSize",
            SIZE,
            files.folder(
                "cmpr",
                mmio ->
                    MisreadSounds_CompressedSizeInstaller.install(
                        mmio, new MisreadSounds.CompressedSize(folder)))),
        new Mistake(
            "NoSize",
            SIZE,
            files.reading(
                "nosz",
                mmio ->
                    MisreadSounds_NoSizeInstaller.install(mmio, new MisreadSounds.NoSize(folder)))),
        new Mistake(
            "ScrambledFromTheBuffersStart",
            COUNTS,
            files.folder(
                "scrm",
                mmio ->
                    MisreadSounds_ScrambledFromTheBuffersStartInstaller.install(
                        mmio, new MisreadSounds.ScrambledFromTheBuffersStart(folder)))),
        new Mistake(
            "ReadsOn",
            POSITIONS,
            files.folder(
                "sequ",
                mmio ->
                    MisreadSounds_ReadsOnInstaller.install(
                        mmio, new MisreadSounds.ReadsOn(folder)))),
        new Mistake(
            "GivesUp",
            FAILED_CALLS,
            files.reading(
                "give",
                mmio ->
                    MisreadSounds_GivesUpInstaller.install(
                        mmio, new MisreadSounds.GivesUp(folder)))),
        new Mistake(
            "DamageIsTheEnd",
            DAMAGE,
            files.damaged(
                "dmge",
                mmio ->
                    MisreadSounds_DamageIsTheEndInstaller.install(
                        mmio, new MisreadSounds.DamageIsTheEnd(folder)))),
        new Mistake(
            "OneChannel",
            REOPENING,
            files.one(
                "once",
                mmio ->
                    SharedSounds_OneChannelInstaller.install(
                        mmio, new SharedSounds.OneChannel(files.file())))),
        new Mistake(
            "PositionInTheProcedure",
            REOPENING,
            files.folder(
                "posn",
                mmio ->
                    SharedSounds_PositionInTheProcedureInstaller.install(
                        mmio, new SharedSounds.PositionInTheProcedure(folder)))),
        new Mistake(
            "LastOpened",
            SEVERAL_FILES,
            files.folder(
                "lsto",
                mmio ->
                    SharedSounds_LastOpenedInstaller.install(
                        mmio, new SharedSounds.LastOpened(folder)))),
        new Mistake(
            "ClosesTheContainer",
            SEVERAL_FILES,
            files.one(
                "clsa",
                mmio ->
                    SharedSounds_ClosesTheContainerInstaller.install(
                        mmio, new SharedSounds.ClosesTheContainer(files.file())))),
        new Mistake(
            "OneAtATime",
            SEVERAL_FILES,
            files.folder(
                "wait",
                mmio ->
                    SharedSounds_OneAtATimeInstaller.install(
                        mmio, new SharedSounds.OneAtATime(folder)))),
        new Mistake(
            "KnownToItsThread",
            OTHER_THREADS,
            files.folder(
                "tloc",
                mmio ->
                    SharedSounds_KnownToItsThreadInstaller.install(
                        mmio, new SharedSounds.KnownToItsThread(folder)))),
        new Mistake(
            "OneArray",
            SIMULTANEOUS_THREADS,
            files.folder(
                "scrt",
                mmio ->
                    SharedSounds_OneArrayInstaller.install(
                        mmio, new SharedSounds.OneArray(folder)))),
        new Mistake(
            "OneFileChannel",
            INTERRUPTS,
            files.one(
                "intr",
                mmio ->
                    SharedSounds_OneFileChannelInstaller.install(
                        mmio, new SharedSounds.OneFileChannel(files.file())))),
        new Mistake(
            "LeavesAnInterrupt",
            THREAD_STATE,
            files.folder(
                "stat",
                mmio ->
                    SharedSounds_LeavesAnInterruptInstaller.install(
                        mmio, new SharedSounds.LeavesAnInterrupt(folder)))),
        new Mistake(
            "LeavesAPriority",
            THREAD_STATE,
            files.folder(
                "prio",
                mmio ->
                    SharedSounds_LeavesAPriorityInstaller.install(
                        mmio, new SharedSounds.LeavesAPriority(folder)))),
        new Mistake(
            "NeverCloses",
            RELEASE,
            files.folder(
                "leak",
                mmio ->
                    SharedSounds_NeverClosesInstaller.install(
                        mmio, new SharedSounds.NeverCloses(folder)))),
        new Mistake(
            "KeepsItsBuffer",
            BUFFERS,
            files.folder(
                "keep",
                mmio ->
                    SharedSounds_KeepsItsBufferInstaller.install(
                        mmio, new SharedSounds.KeepsItsBuffer(folder)))),
        new Mistake(
            "FillsLater",
            BUFFERS,
            files.folder(
                "late",
                mmio ->
                    SharedSounds_FillsLaterInstaller.install(
                        mmio, new SharedSounds.FillsLater(folder)))),
        new Mistake(
            "EmptyIfMissing",
            MISSING_FILES,
            files.reading(
                "empt",
                mmio ->
                    MisopenedSounds_EmptyIfMissingInstaller.install(
                        mmio, new MisopenedSounds.EmptyIfMissing(folder)))),
        new Mistake(
            "MissingInOwnWords",
            MISSING_FILES,
            files.folder(
                "word",
                mmio ->
                    MisopenedSounds_MissingInOwnWordsInstaller.install(
                        mmio, new MisopenedSounds.MissingInOwnWords(folder)))),
        new Mistake(
            "NullIfMissing",
            MISSING_FILES,
            files.folder(
                "null",
                mmio ->
                    MisopenedSounds_NullIfMissingInstaller.install(
                        mmio, new MisopenedSounds.NullIfMissing(folder)))),
        new Mistake(
            "OpensFolders",
            FOLDERS,
            files.reading(
                "fold",
                mmio ->
                    MisopenedSounds_OpensFoldersInstaller.install(
                        mmio, new MisopenedSounds.OpensFolders(folder)))),
        new Mistake(
            "SplitsTheName",
            NAMELESS_FILES,
            files.reading(
                "splt",
                mmio ->
                    MisopenedSounds_SplitsTheNameInstaller.install(
                        mmio, new MisopenedSounds.SplitsTheName(folder)))),
        new Mistake(
            "OnlyReads",
            WRITE_ACCESS,
            files.reading(
                "rdon",
                mmio ->
                    MisopenedSounds_OnlyReadsInstaller.install(
                        mmio, new MisopenedSounds.OnlyReads(folder)))),
        new Mistake(
            "CreatesWhatIsWritten",
            NO_CREATION,
            files.folder(
                "crte",
                mmio ->
                    MisopenedSounds_CreatesWhatIsWrittenInstaller.install(
                        mmio, new MisopenedSounds.CreatesWhatIsWritten(folder)))),
        new Mistake(
            "WritesOneBlock",
            CREATION,
            files.folder(
                "lose",
                mmio ->
                    MiswrittenSounds_WritesOneBlockInstaller.install(
                        mmio, new MiswrittenSounds.WritesOneBlock(folder)))),
        new Mistake(
            "KeepsWhatIsWritten",
            BUFFERS,
            files.folder(
                "pend",
                mmio ->
                    MiswrittenSounds_KeepsWhatIsWrittenInstaller.install(
                        mmio, new MiswrittenSounds.KeepsWhatIsWritten(folder)))),
        new Mistake(
            "KeepsTheOldTail",
            TRUNCATION,
            files.folder(
                "tail",
                mmio ->
                    MiswrittenSounds_KeepsTheOldTailInstaller.install(
                        mmio, new MiswrittenSounds.KeepsTheOldTail(folder)))),
        new Mistake(
            "Appends",
            OVERWRITING,
            files.folder(
                "appd",
                mmio ->
                    MiswrittenSounds_AppendsInstaller.install(
                        mmio, new MiswrittenSounds.Appends(folder)))),
        new Mistake(
            "StreamsNewFiles",
            RIFF_SIZES,
            files.folder(
                "strm",
                mmio ->
                    MiswrittenSounds_StreamsNewFilesInstaller.install(
                        mmio, new MiswrittenSounds.StreamsNewFiles(folder)))),
        new Mistake(
            "LeavesNoGap",
            EXTENSION,
            files.folder(
                "ngap",
                mmio ->
                    MiswrittenSounds_LeavesNoGapInstaller.install(
                        mmio, new MiswrittenSounds.LeavesNoGap(folder)))),
        new Mistake(
            "WritesAtClose",
            READING_BACK,
            files.folder(
                "memo",
                mmio ->
                    MiswrittenSounds_WritesAtCloseInstaller.install(
                        mmio, new MiswrittenSounds.WritesAtClose(folder)))),
        new Mistake(
            "Copies",
            RENAMING,
            files.folder(
                "copy",
                mmio ->
                    MiswrittenSounds_CopiesInstaller.install(
                        mmio, new MiswrittenSounds.Copies(folder)))),
        new Mistake(
            "Replaces",
            RENAMING,
            files.folder(
                "repl",
                mmio ->
                    MiswrittenSounds_ReplacesInstaller.install(
                        mmio, new MiswrittenSounds.Replaces(folder)))),
        new Mistake(
            "DeletesNothing",
            DELETION,
            files.folder(
                "dele",
                mmio ->
                    MiswrittenSounds_DeletesNothingInstaller.install(
                        mmio, new MiswrittenSounds.DeletesNothing(folder)))),
        new Mistake(
            "HidesAFullContainer",
            FULL_CONTAINERS,
            files.full(
                "full",
                mmio ->
                    MiswrittenSounds_HidesAFullContainerInstaller.install(
                        mmio, new MiswrittenSounds.HidesAFullContainer(folder)))));
  }
}
