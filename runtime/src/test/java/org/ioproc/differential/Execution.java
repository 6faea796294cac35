package org.ioproc.differential;

import static org.ioproc.internal.winmm.MmioFunctions.MMIO_DIRTY;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ioproc.FourCc;
import org.ioproc.glue.IoProcedure;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.transport.Transport;
import org.ioproc.internal.winmm.MmckInfo;
import org.ioproc.internal.winmm.MmioFunctions;

/**
 * Runs programs on a manager. Calls that would damage winmm's memory, as seen in Wine 8.0, are
 * skipped; what is skipped depends on what mmioGetInfo has shown alone.
 */
final class Execution {

  private static final int CODE = FourCc.of("DIF").value();
  private static final int MEM = FourCc.of("MEM").value();
  private static final int SLOTS = 4;

  private final MmioFunctions mmio;
  private final Path folder;
  private final long procedureAddress;
  private final MmioInfo info = MmioInfo.allocate();
  private final ByteBuffer memory = ByteBuffer.allocateDirect(1 << 14);
  private final long memoryAddress = Transport.current().memory().address(memory);
  private final ByteBuffer own = ByteBuffer.allocateDirect(1 << 14);
  private final long ownAddress = Transport.current().memory().address(own);

  private ScriptedProcedure procedure = new ScriptedProcedure(new byte[0], List.of());
  private MmckInfo[] chunks = {};
  private Setup setup;
  private State state = State.CLOSED;
  private long handle;
  private boolean written;

  Execution(MmioFunctions mmio, Path folder) {
    this.mmio = mmio;
    this.folder = folder;
    IoProcedure entry = (info, message, p1, p2) -> procedure.callback(info, message, p1, p2);
    this.procedureAddress = Transport.current().stub(entry);
  }

  /** One step for opening, one for each call, and one for the file's content at the end. */
  List<Step> run(Program program) throws IOException {
    begin(program.setup());
    List<Step> steps = new ArrayList<>();
    steps.add(step(open(), ""));
    if (handle != 0) {
      for (Call call : program.calls()) {
        steps.add(isHarmful(call) ? step(Step.SKIPPED, "") : perform(call));
      }
      if (!state.equals(State.CLOSED)) {
        steps.add(perform(Call.of(Call.Function.CLOSE)));
      }
    }
    steps.add(new Step(0, hex(content()), State.CLOSED, List.of()));
    if (setup.kind() == Setup.Kind.CODE || setup.kind() == Setup.Kind.NAME) {
      mmio.mmioInstallIOProc(CODE, 0, MmioFunctions.MMIO_REMOVEPROC);
    }
    return steps;
  }

  private void begin(Setup setup) throws IOException {
    this.setup = setup;
    written = false;
    state = State.CLOSED;
    chunks = new MmckInfo[SLOTS];
    for (int i = 0; i < SLOTS; i++) {
      chunks[i] = new MmckInfo();
    }
    byte[] content = Content.of(setup.content());
    procedure = new ScriptedProcedure(content, setup.faults());
    if (setup.kind() == Setup.Kind.DOS) {
      Files.write(file(), content);
    }
    own.put(0, new byte[own.capacity()]);
    own.put(0, content, 0, content.length);
    if (setup.kind() == Setup.Kind.CODE || setup.kind() == Setup.Kind.NAME) {
      mmio.mmioInstallIOProc(CODE, procedureAddress, MmioFunctions.MMIO_INSTALLPROC);
    }
  }

  private Path file() {
    return folder.resolve("file.bin");
  }

  private long open() throws IOException {
    MmioInfo asked = MmioInfo.allocate();
    asked.errorRet(77);
    asked.bufferLength(setup.buffer());
    asked.buffer(setup.own() ? ownAddress : 0);
    asked.info(0, setup.word());
    asked.info(1, 5);
    String name =
        switch (setup.kind()) {
          case ADDRESS, CODE -> "x";
          case NAME -> "a.dif+b";
          case DOS -> file().toString();
          case MEM -> null;
        };
    switch (setup.kind()) {
      case ADDRESS -> asked.ioProc(procedureAddress);
      case CODE -> asked.fccIoProc(CODE);
      case MEM -> asked.fccIoProc(MEM);
      default -> {}
    }
    handle = mmio.mmioOpen(name == null ? null : AnsiText.encode(name), asked, setup.flags());
    return handle == 0 ? (asked.errorRet() + 1L) << 8 : asked.errorRet();
  }

  private Step step(long result, String data) {
    if (handle != 0 && mmio.mmioGetInfo(handle, info) == 0) {
      state = State.of(info, ownAddress);
    } else {
      state = State.CLOSED;
    }
    return new Step(result, data, state, procedure.take());
  }

  private boolean isHarmful(Call call) {
    boolean readsBehind = state.isBuffered() && state.next() > state.endRead();
    boolean writesBehind = state.isBuffered() && state.next() > state.endWrite();
    return switch (call.function()) {
      case READ -> readsBehind;
      case WRITE, CREATE -> writesBehind;
      case ASCEND ->
          state.endWrite() < state.length() || state.position() < chunks[call.first()].dataOffset();
      case DESCEND -> readsBehind || (state.isBuffered() && !isWellFormedHere());
      case ADVANCE -> !state.isOpen();
      case SETBUFFER -> setup.kind() == Setup.Kind.MEM;
      default -> false;
    };
  }

  /** A wrong size can lead a little way behind what a large buffer holds. */
  private boolean isWellFormedHere() {
    boolean aligned = state.position() == 0 || state.position() == 12;
    return !written && setup.faults().isEmpty() && (state.length() <= 256 || aligned);
  }

  private Step perform(Call call) {
    return switch (call.function()) {
      case READ -> read(call.first());
      case WRITE -> write(call.first());
      case SEEK -> step(mmio.mmioSeek(handle, call.first(), call.second()), "");
      case FLUSH -> step(mmio.mmioFlush(handle, call.first()), "");
      case SETINFO -> step(setInfo(call), "");
      case SETBUFFER ->
          step(
              mmio.mmioSetBuffer(handle, call.second() == 0 ? 0 : ownAddress, call.first(), 0), "");
      case ADVANCE -> advance(call);
      case SEND ->
          step(mmio.mmioSendMessage(handle, call.first(), call.second(), call.third()), "");
      case DESCEND -> descend(call);
      case ASCEND -> chunkStep(mmio.mmioAscend(handle, chunk(call), 0), chunk(call));
      case CREATE -> create(call);
      case CLOSE -> step(mmio.mmioClose(handle, call.first()), "");
    };
  }

  private Step read(int count) {
    memory.put(0, new byte[count]);
    long result = mmio.mmioRead(handle, memoryAddress, count);
    byte[] read = new byte[(int) Math.max(0, Math.min(count, result))];
    memory.get(0, read);
    return step(result, hex(read));
  }

  private Step write(int count) {
    written = true;
    for (int i = 0; i < count; i++) {
      memory.put(i, Content.written(i));
    }
    return step(mmio.mmioWrite(handle, memoryAddress, count), "");
  }

  private long setInfo(Call call) {
    mmio.mmioGetInfo(handle, info);
    int length = info.bufferLength();
    info.next(info.buffer() + part(call.first() & 0xFFFF, length));
    info.endRead(info.buffer() + part(call.second(), length));
    info.endWrite(info.buffer() + part(call.third(), length));
    if (call.first() >> 16 != 0) {
      info.flags(info.flags() | MMIO_DIRTY);
    }
    written = true;
    if (state.isOpen()) {
      fill(info.buffer(), part(Math.max(call.first() & 0xFFFF, call.second()), length));
    }
    info.info(1, info.info(1) + 1);
    return mmio.mmioSetInfo(handle, info);
  }

  /** The program writes into the buffer itself. */
  private static void fill(long address, int count) {
    if (count > 0) {
      ByteBuffer buffer = Transport.current().memory().view(address, count);
      for (int i = 0; i < count; i++) {
        buffer.put(i, Content.written(i));
      }
    }
  }

  private static int part(int of256, int length) {
    return of256 * length / 256;
  }

  private Step advance(Call call) {
    mmio.mmioGetInfo(handle, info);
    if (call.second() == 2) {
      info.flags(info.flags() | MMIO_DIRTY);
      written = true;
    }
    int result = mmio.mmioAdvance(handle, call.second() == 0 ? null : info, call.first());
    String told = call.second() == 0 ? "" : shown(State.of(info, ownAddress));
    return step(result, told);
  }

  /** Without what is the manager's own: the rows SHOWN_PROCEDURE and OWN_WORDS. */
  private String shown(State told) {
    State plain = told.withoutProcedure();
    return (setup.kind().isCustom() ? plain : plain.withWord(0)).toString();
  }

  private MmckInfo chunk(Call call) {
    return chunks[call.first()];
  }

  private Step descend(Call call) {
    MmckInfo chunk = chunk(call);
    int name = FourCc.of(Content.NAMES[call.third() >> 16]).value();
    chunk.chunkId(name);
    chunk.type(name);
    MmckInfo parent = call.second() < 0 ? null : chunks[call.second()];
    return chunkStep(mmio.mmioDescend(handle, chunk, parent, call.third() & 0xFFFF), chunk);
  }

  private Step create(Call call) {
    written = true;
    MmckInfo chunk = chunk(call);
    chunk.chunkId(FourCc.of("data").value());
    chunk.type(FourCc.of("WAVE").value());
    chunk.size(call.third());
    return chunkStep(mmio.mmioCreateChunk(handle, chunk, call.second()), chunk);
  }

  private Step chunkStep(long result, MmckInfo chunk) {
    Chunk shown =
        new Chunk(chunk.chunkId(), chunk.size(), chunk.type(), chunk.dataOffset(), chunk.flags());
    return step(result, shown.toString());
  }

  private byte[] content() throws IOException {
    if (setup.kind() == Setup.Kind.MEM) {
      byte[] bytes = new byte[setup.own() ? setup.buffer() : 0];
      own.get(0, bytes);
      return bytes;
    }
    return setup.kind() == Setup.Kind.DOS ? Files.readAllBytes(file()) : procedure.content();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
