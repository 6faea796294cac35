package org.ioproc.differential;

import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.differential.Call.Function.CLOSE_FILE;
import static org.ioproc.differential.Call.Function.OPEN;
import static org.ioproc.differential.Call.Function.READ_FROM;
import static org.ioproc.differential.Call.Function.RENAME;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FHOPEN;

import java.util.List;
import java.util.Set;

/** Whether a row about opening, deleting, renaming or closing explains all of a call. */
final class ManagerRows {

  private static final int DOS = 2;
  private static final int MEM = 3;

  private static final int NOT = 0;
  private static final int TRUE = 1;
  private static final int HANDLE = 2;

  private static final int INVALID_PARAMETER = 11;
  private static final int FILE_NOT_FOUND = 257;
  private static final int CANNOT_OPEN = 259;
  private static final int SHARING = 269;
  private static final Set<Integer> OTHER_CODES = Set.of(259, 267, 268, 269);

  private ManagerRows() {}

  private static boolean opens(Situation s, int flag) {
    return s.is(OPEN) && (s.call().third() & flag) != 0;
  }

  /** wErrorRet; 0 if there is nowhere to see it. */
  private static int error(Step step) {
    int space = step.data().lastIndexOf(' ');
    return space < 0 ? 0 : Integer.parseInt(step.data().substring(space + 1));
  }

  private static boolean isSilent(Situation s) {
    return s.winmm().messages().isEmpty() && s.embedded().messages().isEmpty();
  }

  /** From a file that was opened to be written only, by the procedure for ordinary files. */
  static boolean toldRead(Situation s) {
    return s.is(READ_FROM)
        && isSilent(s)
        && s.winmm().result() == 0
        && s.embedded().equals(s.winmm().withResult(-1));
  }

  static boolean namedCode(Situation s) {
    State theirs = s.winmm().state();
    return s.is(OPEN)
        && isSilent(s)
        && s.embedded().equals(s.winmm().withState(theirs.withCode(Names.code(DOS)).withWord(0)));
  }

  /** The first character of the world is what the code finds. */
  static boolean givenCode(Situation s) {
    State theirs = s.winmm().state();
    return s.is(OPEN)
        && Asked.isBoth(s.call().second())
        && s.winmm().messages().equals(s.embedded().messages())
        && s.winmm().result() == s.embedded().result()
        && theirs.code() == Names.code(0)
        && s.embedded().state().equals(theirs.withCode(0))
        && s.winmm().bytes().startsWith("1")
        && s.embedded().bytes().equals("0" + s.winmm().bytes().substring(1));
  }

  static boolean unknownCode(Situation s) {
    return s.is(OPEN)
        && !opens(s, MMIO_EXIST)
        && Asked.code(s.call().second()) >= 0
        && isSilent(s)
        && s.winmm().result() == NOT
        && s.embedded().result() == NOT
        && error(s.winmm()) == 77
        && error(s.embedded()) == CANNOT_OPEN;
  }

  static boolean noName(Situation s) {
    return s.is(OPEN)
        && Names.isNone(s.call().first() >> 16)
        && isSilent(s)
        && s.winmm().result() == HANDLE
        && s.embedded().result() == NOT
        && (error(s.embedded()) == FILE_NOT_FOUND
            || Asked.kind(s.call().second()) == Asked.NOTHING);
  }

  /** In which winmm seeks nevertheless. */
  static boolean refused(Situation s) {
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

  static boolean sentExist(Situation s) {
    return opens(s, MMIO_EXIST)
        && s.winmm().messages().isEmpty()
        && s.winmm().result() != HANDLE
        && (s.winmm().result() == NOT || s.winmm().result() == TRUE)
        && (s.embedded().messages().isEmpty() ? isCode(s) || isFound(s) : asksProcedure(s));
  }

  private static boolean isCode(Situation s) {
    int error = error(s.embedded());
    boolean told = error == FILE_NOT_FOUND || OTHER_CODES.contains(error);
    return s.embedded().result() == NOT && (told || Asked.kind(s.call().second()) == Asked.NOTHING);
  }

  private static boolean isFound(Situation s) {
    return isInMemory(s) && s.embedded().result() == TRUE;
  }

  private static boolean asksProcedure(Situation s) {
    List<String> messages = s.embedded().messages();
    boolean opened = messages.get(0).endsWith("=0");
    return messages.get(0).contains(":OPEN ")
        && messages.stream().allMatch(ManagerRows::isOfOpening)
        && messages.get(messages.size() - 1).contains(opened ? ":CLOSE 0,0" : ":OPEN ")
        && s.embedded().result() == (opened ? TRUE : NOT);
  }

  /** Under the code DOS the end is sought. */
  private static boolean isOfOpening(String message) {
    return message.contains(":OPEN ") || message.contains(":SEEK 0,") || message.contains(":CLOSE");
  }

  static boolean deleted(Situation s) {
    return opens(s, MMIO_DELETE)
        && s.winmm().result() == HANDLE
        && (s.embedded().result() == TRUE ? isDone(s) : isInUse(s));
  }

  private static boolean isDone(Situation s) {
    return isSilent(s) ? isGone(s) : isOnlyOpened(s);
  }

  /** Microsoft's systems delete no file that is open. */
  private static boolean isInUse(Situation s) {
    boolean untold = Asked.kind(s.call().second()) == Asked.NOTHING;
    return isSilent(s)
        && s.embedded().bytes().contains("+")
        && (untold || error(s.embedded()) == SHARING);
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
    return Asked.kind(how) < Asked.FIRST ? Names.isInMemory(name) : Asked.code(how) == MEM;
  }

  private static boolean isOnlyOpened(Situation s) {
    List<String> theirs = s.winmm().messages();
    int last = theirs.size() - 1;
    return last > 0
        && s.embedded().messages().equals(theirs.subList(0, last))
        && theirs.get(last).contains(":CLOSE 0,0");
  }

  static boolean dosErrors(Situation s) {
    boolean renames = s.is(RENAME);
    long theirs = renames ? s.winmm().result() : error(s.winmm());
    int ours = renames ? (int) s.embedded().result() : error(s.embedded());
    boolean fail = renames || (s.is(OPEN) && s.embedded().result() == NOT);
    return fail && isSilent(s) && theirs == FILE_NOT_FOUND && OTHER_CODES.contains(ours);
  }

  static boolean renamedByName(Situation s) {
    return s.is(RENAME)
        && Asked.kind(s.call().third()) < Asked.FIRST
        && (s.winmm().messages().isEmpty() || isByAddress(s))
        && (s.embedded().messages().isEmpty() ? isRenamed(s) : isAskedToRename(s));
  }

  /** While a file is open by address, winmm finds its procedure. */
  private static boolean isByAddress(Situation s) {
    return s.winmm().messages().size() == 1
        && s.winmm().messages().get(0).startsWith("2:RENAME")
        && s.winmm().bytes().contains("+");
  }

  private static boolean isRenamed(Situation s) {
    boolean elsewhere = s.winmm().result() == INVALID_PARAMETER || isByAddress(s);
    return (Names.isOfDos(s.call().first()) && elsewhere)
        || (isInMemory(s) && s.embedded().result() == 0);
  }

  private static boolean isAskedToRename(Situation s) {
    String message = s.embedded().messages().get(0);
    return s.embedded().messages().size() == 1
        && message.contains(":RENAME ")
        && message.endsWith("=" + s.embedded().result());
  }

  /** The newest entry of the procedure goes, whatever code it was installed under. */
  static boolean removedByClose(Situation s) {
    return s.is(CLOSE_FILE)
        && s.winmm().messages().equals(s.embedded().messages())
        && s.winmm().result() == s.embedded().result()
        && s.winmm().bytes().startsWith("0")
        && s.embedded().bytes().startsWith("1")
        && s.winmm().bytes().substring(1).equals(s.embedded().bytes().substring(1));
  }

  /** There is nothing to see of it at first. */
  static boolean leftOpen(Situation s) {
    return s.is(CLOSE_FILE)
        && s.call().second() == MMIO_FHOPEN
        && isSilent(s)
        && s.winmm().result() == 0
        && s.embedded().result() == 0;
  }
}
