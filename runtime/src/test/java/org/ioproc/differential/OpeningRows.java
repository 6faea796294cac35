package org.ioproc.differential;

import static org.ioproc.MmioError.ACCESS_DENIED;
import static org.ioproc.MmioError.CANNOT_OPEN;
import static org.ioproc.MmioError.FILE_NOT_FOUND;
import static org.ioproc.MmioError.INVALID_PARAMETER;
import static org.ioproc.MmioError.PATH_NOT_FOUND;
import static org.ioproc.MmioError.SHARING_VIOLATION;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.differential.Call.Function.CLOSE_FILE;
import static org.ioproc.differential.Call.Function.OPEN;
import static org.ioproc.differential.Call.Function.READ_FROM;
import static org.ioproc.differential.Call.Function.RENAME;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FHOPEN;

import java.util.List;
import java.util.Set;

/**
 * Recognizes calls that a difference in opening, deleting, renaming or closing explains completely.
 */
final class OpeningRows {

  private static final int NOT = ManagerCalls.NOT;
  private static final int TRUE = ManagerCalls.TRUE;
  private static final int HANDLE = ManagerCalls.HANDLE;

  /** The errors that winmm reports as MMIOERR_FILENOTFOUND. */
  private static final Set<Integer> DISTINGUISHED =
      Set.of(
          CANNOT_OPEN.code(),
          PATH_NOT_FOUND.code(),
          ACCESS_DENIED.code(),
          SHARING_VIOLATION.code());

  private OpeningRows() {}

  private static boolean opens(Situation s, int flag) {
    return s.is(OPEN) && (s.call().third() & flag) != 0;
  }

  /** Returns wErrorRet, or 0 if the program cannot see it. */
  private static int error(Step step) {
    int space = step.data().lastIndexOf(' ');
    return space < 0 ? 0 : Integer.parseInt(step.data().substring(space + 1));
  }

  private static boolean isSilent(Situation s) {
    return s.winmm().messages().isEmpty() && s.embedded().messages().isEmpty();
  }

  /** The built-in procedure refuses to read an ordinary file that was opened only for writing. */
  static boolean readErrorReported(Situation s) {
    return s.is(READ_FROM)
        && isSilent(s)
        && s.winmm().result() == 0
        && s.embedded().equals(s.winmm().withResult(-1));
  }

  static boolean ordinaryFileHasCodeDos(Situation s) {
    State theirs = s.winmm().state();
    return s.is(OPEN)
        && isSilent(s)
        && s.embedded()
            .equals(s.winmm().withState(theirs.withCode(Names.code(Names.DOS)).withWord(0)));
  }

  /** The first character of the step's bytes is the procedure under the first code. */
  static boolean codeIgnoredWithAddress(Situation s) {
    State theirs = s.winmm().state();
    return s.is(OPEN)
        && PassedInfo.isBoth(s.call().second())
        && s.winmm().messages().equals(s.embedded().messages())
        && s.winmm().result() == s.embedded().result()
        && theirs.code() == Names.code(0)
        && s.embedded().state().equals(theirs.withCode(0))
        && s.winmm().bytes().startsWith("1")
        && s.embedded().bytes().equals("0" + s.winmm().bytes().substring(1));
  }

  static boolean unknownCodeReported(Situation s) {
    return s.is(OPEN)
        && !opens(s, MMIO_EXIST)
        && PassedInfo.code(s.call().second()) >= 0
        && isSilent(s)
        && s.winmm().result() == NOT
        && s.embedded().result() == NOT
        && error(s.winmm()) == PassedInfo.UNTOUCHED_ERROR
        && error(s.embedded()) == CANNOT_OPEN.code();
  }

  static boolean missingNameReported(Situation s) {
    return s.is(OPEN)
        && Names.isNone(s.call().first() >> 16)
        && isSilent(s)
        && s.winmm().result() == HANDLE
        && s.embedded().result() == NOT
        && (error(s.embedded()) == FILE_NOT_FOUND.code()
            || PassedInfo.kind(s.call().second()) == PassedInfo.NOTHING);
  }

  /** Winmm sends SEEK even after OPEN has failed. */
  static boolean failedOpenSendsNothing(Situation s) {
    List<String> theirs = s.winmm().messages();
    return s.is(OPEN)
        && theirs.size() == 4
        && theirs.get(0).contains(":OPEN ")
        && !theirs.get(0).endsWith("=0")
        && theirs.subList(1, 4).stream().allMatch(message -> message.contains(":SEEK 0,"))
        && s.embedded().messages().equals(theirs.subList(0, 1))
        && s.embedded().data().equals(s.winmm().data())
        && s.embedded().result() == NOT;
  }

  static boolean procedureChecksExistence(Situation s) {
    return opens(s, MMIO_EXIST)
        && s.winmm().messages().isEmpty()
        && s.winmm().result() != HANDLE
        && (s.winmm().result() == NOT || s.winmm().result() == TRUE)
        && (s.embedded().messages().isEmpty() ? isCode(s) || isFound(s) : asksProcedure(s));
  }

  private static boolean isCode(Situation s) {
    int error = error(s.embedded());
    boolean shown = error == FILE_NOT_FOUND.code() || DISTINGUISHED.contains(error);
    return s.embedded().result() == NOT
        && (shown || PassedInfo.kind(s.call().second()) == PassedInfo.NOTHING);
  }

  private static boolean isFound(Situation s) {
    return isInMemory(s) && s.embedded().result() == TRUE;
  }

  private static boolean asksProcedure(Situation s) {
    List<String> messages = s.embedded().messages();
    boolean opened = messages.get(0).endsWith("=0");
    return messages.get(0).contains(":OPEN ")
        && messages.stream().allMatch(OpeningRows::isOfOpening)
        && messages.get(messages.size() - 1).contains(opened ? ":CLOSE 0,0" : ":OPEN ")
        && s.embedded().result() == (opened ? TRUE : NOT);
  }

  /** The manager sends SEEK for the file's end to procedures under the code DOS. */
  private static boolean isOfOpening(String message) {
    return message.contains(":OPEN ") || message.contains(":SEEK 0,") || message.contains(":CLOSE");
  }

  static boolean fileDeleted(Situation s) {
    return opens(s, MMIO_DELETE)
        && s.winmm().result() == HANDLE
        && (s.embedded().result() == TRUE ? isDone(s) : isInUse(s));
  }

  private static boolean isDone(Situation s) {
    return isSilent(s) ? isGone(s) : isOnlyOpened(s);
  }

  /** As on Windows, an open file cannot be deleted. */
  private static boolean isInUse(Situation s) {
    boolean hidden = PassedInfo.kind(s.call().second()) == PassedInfo.NOTHING;
    return isSilent(s)
        && s.embedded().bytes().contains("+")
        && (hidden || error(s.embedded()) == SHARING_VIOLATION.code());
  }

  private static boolean isGone(Situation s) {
    int length = s.winmm().bytes().length();
    return isInMemory(s)
        ? s.embedded().bytes().length() == length
        : s.embedded().bytes().length() < length;
  }

  private static boolean isInMemory(Situation s) {
    boolean renames = s.is(RENAME);
    int how = renames ? s.call().third() : s.call().second();
    int name = renames ? s.call().first() : s.call().first() >> 16;
    return PassedInfo.kind(how) < PassedInfo.FIRST
        ? Names.isInMemory(name)
        : PassedInfo.code(how) == Names.MEM;
  }

  private static boolean isOnlyOpened(Situation s) {
    List<String> theirs = s.winmm().messages();
    int last = theirs.size() - 1;
    return last > 0
        && s.embedded().messages().equals(theirs.subList(0, last))
        && theirs.get(last).contains(":CLOSE 0,0");
  }

  static boolean errorsDistinguished(Situation s) {
    boolean renames = s.is(RENAME);
    long theirs = renames ? s.winmm().result() : error(s.winmm());
    int ours = renames ? (int) s.embedded().result() : error(s.embedded());
    boolean fail = renames || (s.is(OPEN) && s.embedded().result() == NOT);
    return fail && isSilent(s) && theirs == FILE_NOT_FOUND.code() && DISTINGUISHED.contains(ours);
  }

  static boolean renamedByProcedure(Situation s) {
    return s.is(RENAME)
        && PassedInfo.kind(s.call().third()) < PassedInfo.FIRST
        && (s.winmm().messages().isEmpty() || isByAddress(s))
        && (s.embedded().messages().isEmpty() ? isRenamed(s) : isAskedToRename(s));
  }

  /** While a file that was opened by pIOProc is open, winmm finds its procedure. */
  private static boolean isByAddress(Situation s) {
    return s.winmm().messages().size() == 1
        && s.winmm().messages().get(0).startsWith("2:RENAME")
        && s.winmm().bytes().contains("+");
  }

  private static boolean isRenamed(Situation s) {
    boolean elsewhere = s.winmm().result() == INVALID_PARAMETER.code() || isByAddress(s);
    return (Names.isOfDos(s.call().first()) && elsewhere)
        || (isInMemory(s) && s.embedded().result() == 0);
  }

  private static boolean isAskedToRename(Situation s) {
    String message = s.embedded().messages().get(0);
    return s.embedded().messages().size() == 1
        && message.contains(":RENAME ")
        && message.endsWith("=" + s.embedded().result());
  }

  /** Winmm removes the procedure's newest entry, whatever its code. */
  static boolean installedProcedureStays(Situation s) {
    return s.is(CLOSE_FILE)
        && s.winmm().messages().equals(s.embedded().messages())
        && s.winmm().result() == s.embedded().result()
        && s.winmm().bytes().startsWith("0")
        && s.embedded().bytes().startsWith("1")
        && s.winmm().bytes().substring(1).equals(s.embedded().bytes().substring(1));
  }

  /** Nothing shows at this call. */
  static boolean closedDespiteFhopen(Situation s) {
    return s.is(CLOSE_FILE)
        && s.call().second() == MMIO_FHOPEN
        && isSilent(s)
        && s.winmm().result() == 0
        && s.embedded().result() == 0;
  }
}
