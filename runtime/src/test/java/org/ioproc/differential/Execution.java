package org.ioproc.differential;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;

/** Runs programs on a manager, and records what is visible after each call. */
final class Execution {

  private final MmioFunctions mmio;
  private final Path folder;
  private final boolean careful;
  private final Memory memory = new Memory();
  private final MmioInfo info = MmioInfo.allocate();
  private final long procedureAddress;

  private int runs;
  private ScriptedProcedure procedure = new ScriptedProcedure(new byte[0], List.of());

  /**
   * Creates an execution that skips calls that would damage memory in winmm (Wine 8.0), so both
   * managers run the same calls.
   *
   * @param folder the folder of ordinary files
   */
  static Execution careful(MmioFunctions mmio, Path folder) {
    return new Execution(mmio, folder, true);
  }

  /** Creates an execution of every call, for the embedded manager alone. */
  static Execution bold(MmioFunctions mmio, Path folder) {
    return new Execution(mmio, folder, false);
  }

  private Execution(MmioFunctions mmio, Path folder, boolean careful) {
    this.mmio = mmio;
    this.folder = folder;
    this.careful = careful;
    IoProcedure entry = (info, message, p1, p2) -> procedure.callback(info, message, p1, p2);
    this.procedureAddress = Transport.current().stub(entry);
  }

  /** Runs a program; returns steps for opening, each call, closing and the file's content. */
  List<Step> run(Program program) throws IOException {
    return program.setup().kind() == Setup.Kind.MANAGER
        ? new ManagerCalls(mmio, folder.resolve(Integer.toString(++runs)), program).run()
        : runFile(program);
  }

  private List<Step> runFile(Program program) throws IOException {
    Setup setup = program.setup();
    byte[] content = Content.of(setup.content());
    procedure = new ScriptedProcedure(content, setup.faults());
    memory.fill(content);
    Opened opened = new Opened(mmio, setup, folder, memory, procedureAddress);
    List<Step> steps = new ArrayList<>();
    try (opened) {
      long result = opened.open(content);
      FileCalls calls = new FileCalls(mmio, opened.handle(), memory);
      Harm harm = new Harm(setup);
      State state = look(opened);
      steps.add(step(opened, result, "", state, false));
      for (Call call : opened.isOpen() ? withClose(program) : List.<Call>of()) {
        if (call.function() == Call.Function.CLOSE && !state.isOpen() && isLast(program, steps)) {
          break;
        }
        boolean skipped =
            harm.isTooFar(call, state)
                || (careful && harm.isCausedBy(call, state, calls.chunk(call)));
        harm.after(call);
        long answer = skipped ? Step.SKIPPED : calls.perform(call, state);
        state = look(opened);
        steps.add(step(opened, answer, calls.takeShown(setup), state, call.writes()));
      }
      steps.add(new Step(0, hex(opened.content(procedure)), State.CLOSED, "", List.of()));
    }
    return steps;
  }

  private static List<Call> withClose(Program program) {
    List<Call> calls = new ArrayList<>(program.calls());
    calls.add(Call.of(Call.Function.CLOSE));
    return calls;
  }

  private static boolean isLast(Program program, List<Step> steps) {
    return steps.size() == program.calls().size() + 1;
  }

  private State look(Opened opened) {
    return opened.isOpen() && mmio.mmioGetInfo(opened.handle(), info) == 0
        ? State.of(info, memory.own())
        : State.CLOSED;
  }

  private Step step(Opened opened, long result, String shown, State state, boolean wrote) {
    String held = Bytes.inBuffer(info, state, wrote);
    String bytes = Bytes.of(opened.stored(procedure)) + " " + held;
    return new Step(result, shown, state, bytes, procedure.take());
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
