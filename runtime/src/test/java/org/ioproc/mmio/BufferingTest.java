package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioOption;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(CallPath.class)
final class BufferingTest {

  private static final String TEXT = "0123456789abcdefghij";

  private final CallPath callPath;

  private final RecordingProcedure procedure = new RecordingProcedure(TEXT);

  BufferingTest(CallPath callPath) {
    this.callPath = callPath;
  }

  /**
   * The columns are a program, the results of its requests, and the messages. In a program, {@code
   * r5} reads five bytes, {@code wXY} writes XY, {@code s3}, {@code c-2} and {@code e0} seek from
   * the start, the position and the end, {@code f} flushes, and {@code p} returns the position. The
   * buffer has 8 bytes.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          r3 r3          | 012 345             | READ 8 -> 8
          r0             | ''                  | ''
          r12            | 0123456789ab        | READ 8 -> 8; READ 8 -> 8; SEEK 12,0 -> 12
          r30            | 0123456789abcdefghij| READ 8 -> 8; READ 8 -> 8; READ 8 -> 4; READ 8; SEEK 20,0 -> 20
          s20 r1         | 20 end              | SEEK 20,0 -> 20; READ 8; READ 8; SEEK 20,0 -> 20
          r3 s1 r2       | 012 1 12            | READ 8 -> 8
          r3 s8 r2       | 012 8 89            | READ 8 -> 8; READ 8 -> 8
          r3 s9 r2       | 012 9 9a            | READ 8 -> 8; SEEK 9,0 -> 9; READ 8 -> 8
          r3 c2 r1       | 012 5 5             | READ 8 -> 8
          p              | 0                   | SEEK 0,0
          r3 e-2 r2      | 012 18 ij           | READ 8 -> 8; SEEK -2,2 -> 18; SEEK 18,0 -> 18; READ 8 -> 2
          s12 r8 e-6 r8  | 12 cdefghij 14 efghij | SEEK 12,0 -> 12; READ 8 -> 8; SEEK -6,2 -> 14; SEEK 20,0 -> 20; READ 8; SEEK 20,0 -> 20
          s-1            | -1                  | SEEK -1,0 -> -1
          wXY f          | 2 ok                | SEEK 0,0; WRITE 2 -> 2
          f              | ok                  | ''
          wXY f f        | 2 ok ok             | SEEK 0,0; WRITE 2 -> 2
          wABCDEFGH      | 8                   | SEEK 0,0; WRITE 8 -> 8
          wABCDEFGHIJ    | 10                  | SEEK 0,0; WRITE 8 -> 8
          wXY s10        | 2 10                | SEEK 0,0; WRITE 2 -> 2; SEEK 10,0 -> 10
          wXY p          | 2 2                 | SEEK 0,0; WRITE 2 -> 2; SEEK 2,0 -> 2
          wXY r3         | 2 234               | SEEK 0,0; WRITE 2 -> 2; READ 8 -> 8
          r4 wXY r6      | 0123 2 6789ab       | READ 8 -> 8; SEEK 0,0; WRITE 8 -> 8; READ 8 -> 8; SEEK 12,0 -> 12
          r6 s2 wX s0 r4 | 012345 2 1 0 01X3   | READ 8 -> 8
          r6 wX s1 f     | 012345 1 1 ok       | READ 8 -> 8; SEEK 0,0; WRITE 7 -> 7
          wXY e0         | 2 20                | SEEK 0,0; WRITE 2 -> 2; SEEK 0,2 -> 20; SEEK 20,0 -> 20
          """)
  void requestsBecomeMessages(String program, String results, String messages) throws IOException {
    try (MmioFile file = open(8)) {
      procedure.taken();
      assertThat(run(file, program)).isEqualTo(results.trim());
      assertThat(String.join("; ", procedure.taken())).isEqualTo(messages);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          r6 wX s1             | 012345X789abcdefghij
          r6 wX s1 wY          | 0Y2345X789abcdefghij
          wABCDEFGHIJK r1      | ABCDEFGHIJKbcdefghij
          s18 wWXYZ            | 0123456789abcdefghWXYZ
          s18 r9 wWXYZ s0 r2   | 0123456789abcdefghijWXYZ
          r4 wAB r8 wCD        | 0123AB6789abcdCDghij
          wA s5 wB s10 wC      | A1234B6789Cbcdefghij
          wA r20               | A123456789abcdefghij
          """)
  void onlyTheWrittenBytesChange(String program, String content) throws IOException {
    try (MmioFile file = open(8)) {
      run(file, program);
    }
    assertThat(procedure.content()).isEqualTo(content);
  }

  @Test
  void theDefaultBufferHas8192Bytes() throws IOException {
    try (MmioFile file = open(0, MmioOption.BUFFERED)) {
      assertThat(procedure.opened).isEqualTo("flags 10000 code 0 buffer 8192 pIOProc 0");
      run(file, "r2 r2");
      assertThat(procedure.taken()).containsExactly("OPEN x", "READ 8192 -> 20").inOrder();
    }
  }

  @Test
  void theProcedureSeesTheBuffersSizeAtOpen() throws IOException {
    open(8).close();
    assertThat(procedure.opened).isEqualTo("flags 10000 code 0 buffer 8 pIOProc 0");
  }

  @Test
  void withoutABufferEachRequestIsAMessage() throws IOException {
    try (MmioFile file = open(0)) {
      assertThat(run(file, "r3 s5 wXY p e-1")).isEqualTo("012 5 2 7 19");
    }
    assertThat(procedure.taken())
        .containsExactly(
            "OPEN x",
            "READ 3 -> 3",
            "SEEK 5,0 -> 5",
            "WRITE 2 -> 2",
            "SEEK 0,1 -> 7",
            "SEEK -1,2 -> 19",
            "CLOSE")
        .inOrder();
  }

  @Test
  void aShortReadIsNotTheEnd() throws IOException {
    procedure.mostRead = 3;
    try (MmioFile file = open(8)) {
      assertThat(run(file, "r10")).isEqualTo("0123456789");
    }
  }

  @Test
  void aFailedReadCanBeRepeated() throws IOException {
    try (MmioFile file = open(8)) {
      run(file, "r6");
      procedure.failing.put(MMIOM_READ, -1L);
      assertThat(error(() -> run(file, "r6"))).isEqualTo(MmioError.CANNOT_READ);
      procedure.failing.clear();
      assertThat(run(file, "r6")).isEqualTo("6789ab");
    }
  }

  @Test
  void aProcedureMustNotReadMoreThanTheBufferHolds() throws IOException {
    procedure.failing.put(MMIOM_READ, 9L);
    try (MmioFile file = open(8)) {
      assertThat(error(() -> run(file, "r12"))).isEqualTo(MmioError.CANNOT_READ);
    }
  }

  @ParameterizedTest
  @CsvSource({"f", "s15", "r9", "wABCDEFGHIJ", "e0"})
  void aFailedWriteIsReportedAndRepeated(String request) throws IOException {
    MmioFile file = open(8);
    run(file, "wX");
    procedure.failing.put(MMIOM_WRITE, -1L);
    assertThrows(MmioException.class, () -> run(file, request));
    procedure.failing.clear();
    file.close();
    assertThat(procedure.content()).startsWith("X");
  }

  @Test
  void closingReportsUnwrittenBytesAndClosesTheFile() throws IOException {
    MmioFile file = open(8);
    run(file, "wX");
    procedure.mostWritten = 0;
    procedure.taken();
    assertThat(error(file::close)).isEqualTo(MmioError.CANNOT_WRITE);
    assertThat(procedure.taken()).containsExactly("SEEK 0,0", "WRITE 1", "CLOSE").inOrder();
    file.close();
    assertThat(procedure.taken()).isEmpty();
  }

  @Test
  void flushingFailsIfTheProcedureCannotSeek() throws IOException {
    MmioFile file = open(8);
    run(file, "wX");
    procedure.failing.put(MMIOM_SEEK, -1L);
    assertThat(error(file.buffer()::flush)).isEqualTo(MmioError.CANNOT_WRITE);
    procedure.failing.clear();
    file.close();
  }

  private static MmioError error(org.junit.jupiter.api.function.Executable request) {
    return assertThrows(MmioException.class, request).error();
  }

  private MmioFile open(int buffer, OpenOption... flags) throws IOException {
    OpenParameters parameters = OpenParameters.byProcedure(procedure.address()).buffer(buffer);
    return callPath.newManager().open("x", parameters, flags);
  }

  private static String run(MmioFile file, String program) throws IOException {
    StringBuilder results = new StringBuilder();
    for (String request : program.split(" ", -1)) {
      results.append(' ').append(perform(file, request.charAt(0), request.substring(1)));
    }
    return results.toString().trim();
  }

  private static String perform(MmioFile file, char request, String argument) throws IOException {
    return switch (request) {
      case 'r' -> read(file, Integer.parseInt(argument));
      case 'w' -> "" + file.write(ByteBuffer.wrap(argument.getBytes(StandardCharsets.UTF_8)));
      case 's' -> seek(file, Integer.parseInt(argument), SeekOrigin.START);
      case 'c' -> seek(file, Integer.parseInt(argument), SeekOrigin.CURRENT);
      case 'e' -> "" + file.seek(Integer.parseInt(argument), SeekOrigin.END);
      case 'p' -> "" + file.position();
      default -> {
        file.buffer().flush();
        yield "ok";
      }
    };
  }

  private static String seek(MmioFile file, int offset, SeekOrigin origin) throws IOException {
    try {
      return "" + file.seek(offset, origin);
    } catch (MmioException failure) {
      if (offset >= 0) {
        throw failure;
      }
      return "-1";
    }
  }

  private static String read(MmioFile file, int count) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(count);
    int read = file.read(target);
    return read < 0 ? "end" : new String(target.array(), 0, read, StandardCharsets.UTF_8);
  }
}
