package org.ioproc.differential;

import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_PARSE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_REMOVEPROC;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;

/** Runs a program that installs procedures, and opens, renames and deletes files in all ways. */
final class ManagerCalls {

  /** Part of the {@link Step#bytes} of a step after which no file is open. */
  static final String NOTHING_OPEN = " - - - ";

  private static final int SLOTS = 3;

  /** A step's result if mmioOpen returns 0, {@code TRUE} or a handle. */
  static final int NOT = 0;

  static final int TRUE = 1;
  static final int HANDLE = 2;

  private final MmioFunctions mmio;
  private final Path folder;
  private final Program program;
  private final TwoProcedures procedures;
  private final Memory memory = new Memory();
  private final MmioInfo info = MmioInfo.allocate();
  private final long[] handles = new long[SLOTS];
  private String shown = "";
  private State state = State.CLOSED;

  ManagerCalls(MmioFunctions mmio, Path folder, Program program) {
    this.mmio = mmio;
    this.folder = folder;
    this.program = program;
    this.procedures = TwoProcedures.with(program.setup());
  }

  List<Step> run() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.write(folder.resolve("file.bin"), Content.of(program.setup().content()));
    List<Step> steps = new ArrayList<>();
    steps.add(step(0));
    try {
      for (Call call : program.calls()) {
        steps.add(step(perform(call)));
      }
      for (int slot = 0; slot < SLOTS; slot++) {
        steps.add(step(handles[slot] == 0 ? 0 : close(slot, 0)));
      }
    } finally {
      removeAll();
    }
    return steps;
  }

  private void removeAll() {
    for (int code = 0; code < Names.codes(); code++) {
      for (int i = 0; i < program.calls().size(); i++) {
        mmio.mmioInstallIOProc(Names.code(code), 0, MMIO_REMOVEPROC);
      }
    }
  }

  private Step step(long result) throws IOException {
    Step step = new Step(result, shown, state, world(), procedures.take());
    shown = "";
    state = State.CLOSED;
    return step;
  }

  /** Describes the procedures under each code, the slots with open files, and the folder. */
  private String world() throws IOException {
    StringBuilder world = new StringBuilder();
    for (int code = 0; code < Names.codes(); code++) {
      world.append(procedures.number(install(code, 0, MMIO_FINDPROC)));
    }
    for (long handle : handles) {
      world.append(handle == 0 ? " -" : " +");
    }
    try (Stream<Path> files = Files.list(folder)) {
      world.append(
          files.map(ManagerCalls::size).sorted().collect(Collectors.joining(" ", " ", "")));
    }
    return world.toString();
  }

  private static String size(Path file) {
    return file.getFileName() + (Files.isDirectory(file) ? "/" : ":" + file.toFile().length());
  }

  private long install(int code, int procedure, int flags) {
    long address = procedure == 0 ? 0 : procedures.address(procedure);
    return mmio.mmioInstallIOProc(Names.code(code), address, flags);
  }

  private long perform(Call call) throws IOException {
    int slot = call.first() & 0xFFFF;
    return switch (call.function()) {
      case INSTALL -> found(install(call.first(), call.second(), MMIO_INSTALLPROC | call.third()));
      case REMOVE -> found(install(call.first(), call.second(), MMIO_REMOVEPROC));
      case FIND -> found(install(call.first(), 0, MMIO_FINDPROC));
      case OPEN -> handles[slot] == 0 ? open(call, slot) : Step.SKIPPED;
      case READ_FROM -> read(slot, call.second());
      case SEND_TO -> mmio.mmioSendMessage(handles[slot], call.second(), call.third(), 4);
      case CLOSE_FILE -> close(slot, call.second());
      case RENAME -> rename(call);
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  private long found(long address) {
    return procedures.number(address);
  }

  private long open(Call call, int slot) throws IOException {
    ByteBuffer name = Names.encode(call.first() >> 16, folder);
    MmioInfo passed = PassedInfo.info(call.second(), procedures);
    long handle = mmio.mmioOpen(name, passed, call.third());
    String error = passed == null ? "" : " " + passed.errorRet();
    boolean asks = (call.third() & (MMIO_PARSE | MMIO_EXIST)) != 0;
    boolean valid = handle != 0 && !asks && mmio.mmioGetInfo(handle, info) == 0;
    shown = Names.shown(name) + error;
    if (valid && (call.third() & MMIO_DELETE) != 0) {
      mmio.mmioClose(handle, 0); // Microsoft documents no handle.
    } else if (valid) {
      handles[slot] = handle;
      rememberState();
    }
    return valid ? HANDLE : handle == 0 ? NOT : TRUE;
  }

  /** Remembers the state, without the fields that comparisons leave out. */
  private void rememberState() {
    State seen = State.of(info, 0).withoutProcedure();
    boolean builtIn = seen.code() == Names.code(Names.DOS) || seen.code() == Names.code(Names.MEM);
    state = builtIn ? seen.withWord(0) : seen;
  }

  private long read(int slot, int count) {
    if (mmio.mmioGetInfo(handles[slot], info) == 0 && info.fccIoProc() == Names.code(Names.MEM)) {
      return Step.SKIPPED; // Winmm does not clear new memory (Wine 8.0).
    }
    long result = mmio.mmioRead(handles[slot], memory.cleared(count), count);
    shown = Execution.hex(memory.read(Math.min(count, result)));
    return result;
  }

  private long close(int slot, int flags) {
    long handle = handles[slot];
    handles[slot] = 0;
    return mmio.mmioClose(handle, flags);
  }

  private long rename(Call call) throws IOException {
    MmioInfo passed = PassedInfo.info(call.third(), procedures);
    int result =
        mmio.mmioRename(
            Names.encode(call.first(), folder), Names.encode(call.second(), folder), passed, 0);
    shown = passed == null ? "" : Integer.toString(passed.errorRet());
    return result;
  }
}
