package org.ioproc.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ioproc.MmioException;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.transport.Transport;
import org.ioproc.mmio.Mmio;

/** Runs programs, and shrinks programs that do not agree with the model. */
final class Programs {

  private final Mmio direct = Mmio.newEmbedded();
  private final Mmio viaNative = Mmio.newEmbeddedNative();
  private final MmioFunctions directFunctions = EmbeddedMmio.direct();
  private final MmioFunctions nativeFunctions = EmbeddedMmio.viaNative();
  private final FaultyProcedure procedure = new FaultyProcedure();
  private final long address = Transport.current().stub(procedure);
  private final ByteBuffer own = ByteBuffer.allocateDirect(256);
  private final Path path;

  /**
   * Creates a runner.
   *
   * @param path the path of the ordinary file to use
   */
  Programs(Path path) {
    this.path = path;
  }

  /** Describes the first disagreement with the model; returns null if there is none. */
  String mismatch(RandomProgram program) throws IOException {
    Setting setting = program.setting();
    byte[] content = setting.creates() ? new byte[0] : content(setting.content());
    own.put(0, filled(own.capacity(), (byte) -1));
    own.put(0, content, 0, setting.kind().isMemory() ? content.length : 0);
    procedure.begin(setting, content);
    if (setting.kind() == Setting.Kind.ORDINARY) {
      Files.write(path, content);
    }
    TestedFile file = open(setting);
    ModelRun run = new ModelRun(setting, file, procedure, path, content);
    for (Operation operation : program.operations()) {
      try {
        run.perform(operation);
      } catch (Mismatch mismatch) {
        file.close();
        return operation + ": " + mismatch.getMessage();
      }
    }
    try {
      run.close(own);
      return null;
    } catch (Mismatch mismatch) {
      return "at the end: " + mismatch.getMessage();
    }
  }

  private static byte[] filled(int count, byte with) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, with);
    return bytes;
  }

  private static byte[] content(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    return bytes;
  }

  private TestedFile open(Setting setting) throws MmioException {
    String name =
        switch (setting.kind()) {
          case ORDINARY -> path.toString();
          case MEMORY, GROWING -> null;
          default -> "x";
        };
    long entry = setting.kind().isCustom() ? address : 0;
    boolean isDirect = setting.way().isDirect();
    return setting.way().isClient()
        ? new ClientFile(isDirect ? direct : viaNative, setting, name, entry, own)
        : new FunctionsFile(
            isDirect ? directFunctions : nativeFunctions, setting, name, entry, own);
  }

  /** Removes operations until none can be removed. */
  RandomProgram shrunk(RandomProgram program) throws IOException {
    RandomProgram smallest = program;
    for (int part = program.operations().size() / 2; part > 0; ) {
      RandomProgram smaller = without(smallest, part);
      part = smaller.equals(smallest) ? part / 2 : part;
      smallest = smaller;
    }
    return smallest;
  }

  private RandomProgram without(RandomProgram program, int part) throws IOException {
    for (int i = program.operations().size() - part; i >= 0; i--) {
      List<Operation> operations = new ArrayList<>(program.operations());
      operations.subList(i, i + part).clear();
      if (mismatch(program.with(operations)) != null) {
        return program.with(operations);
      }
    }
    return program;
  }
}
