package org.ioproc.internal.beside;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ioproc.MmioError;
import org.ioproc.support.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests what messages carry to a process beside the program, and its answers. */
@Tag("any-java") // It takes long, and is the same over each transport.
class MessagesTest {

  @RegisterExtension static final SharedServer shared = new SharedServer();

  @Test
  void answersLikeAProcedureInTheProgram() throws Exception {
    assertThat(ChildJvm.run(List.of(), RandomComparison.class)).containsExactly("no difference");
  }

  @Test
  void passesNumbersButNoMemory() throws Exception {
    int token = shared.open("any");
    assertThat(send(token, OddGlue.NUMBERS).result()).isEqualTo((1L << 40) * 31 - 7);
    for (int message : List.of(OddGlue.MEMORY_1, OddGlue.MEMORY_2)) {
      Answer answer = send(token, message);
      assertThat(answer.result()).isEqualTo(-1);
      assertThat(answer.failure()).contains("A message's memory must be in this process");
    }
  }

  private static Answer send(int token, int message) throws Exception {
    return shared.ask(new Request(message).of(token).parameters(1L << 40, -7));
  }

  @Test
  void shortensTextsToWhatTheWrapperKeeps() throws Exception {
    Answer answer = shared.ask(Request.read(shared.open("long text"), 0, 4, 0));
    assertThat(answer.failure()).hasLength(Protocol.LONGEST_FAILURE);
    Answer unpaired = shared.ask(Request.read(shared.open("long pair"), 0, 4, 0));
    assertThat(unpaired.failure()).hasLength(Protocol.LONGEST_FAILURE - 1);
  }

  record Name(String what, String text) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Name> names() {
    return Stream.of(
        new Name("short", "+a"),
        new Name("beyond ASCII", "a.odd+\u00e4\u20ac\ud83c\udfb5"),
        new Name("half a surrogate pair", "a.odd+\ud83c"),
        new Name("long", "a.odd+" + "n".repeat(32_000)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void opensFilesByName(Name row) throws Exception {
    Answer answer = shared.ask(Request.open(row.text));
    assertThat(answer.result()).isEqualTo(0);
    int token = answer.words()[2];
    assertThat(shared.ask(Request.read(token, 0, 4, 0)).result()).isEqualTo(4);
    assertThat(shared.ask(Request.close(token)).result()).isEqualTo(0);
  }

  @Test
  void takesANullPointerForAnEmptyName() throws Exception {
    String empty = shared.ask(Request.open("")).failure();
    assertThat(empty).contains("this file has no name");
    assertThat(shared.ask(Request.open(null)).failure()).isEqualTo(empty);
    assertThat(shared.ask(Request.rename(null, null)).failure())
        .isEqualTo(shared.ask(Request.rename("", "")).failure());
  }

  @Test
  void carriesAsMuchAsAFrameCan() throws Exception {
    int token = shared.open("any");
    byte[] large = new byte[Protocol.LARGEST_DATA];
    assertThat(shared.ask(Request.write(token, large)).result()).isEqualTo(large.length);
    Answer answer =
        shared.ask(
            Request.read(shared.open("long"), 0, Protocol.LARGEST_DATA, Protocol.LARGEST_AHEAD));
    assertThat(answer.data()).isEqualTo(OddGlue.bytes(0, Protocol.LARGEST_DATA));
    assertThat(answer.ahead()).isEqualTo(OddGlue.bytes(0, Protocol.LARGEST_AHEAD));
  }

  @Test
  void refusesATransferWithoutABuffer() throws Exception {
    Request request = Request.read(shared.open("any"), 0, 4, 0);
    request.lParam1 = 0;
    assertThat(shared.ask(request).failure()).contains("the pointer is NULL");
  }

  @Test
  void refusesAMessageWithoutAnInfo() throws Exception {
    Request request = Request.close(5);
    request.hasInfo = false;
    Answer answer = shared.ask(request);
    assertThat(answer.result()).isEqualTo(MmioError.INVALID_PARAMETER.code());
    assertThat(answer.failure()).contains("the pointer is NULL");
  }

  @Test
  void reportsATokenOfNoFile() throws Exception {
    assertThat(shared.ask(Request.close(5)).result()).isEqualTo(MmioError.INVALID_HANDLE.code());
  }
}
