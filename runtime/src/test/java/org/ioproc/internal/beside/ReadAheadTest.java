package org.ioproc.internal.beside;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the bytes that a program has not asked for yet. */
class ReadAheadTest {

  @RegisterExtension static final SharedServer shared = new SharedServer();

  @Test
  void readsAhead() throws Exception {
    Answer answer = shared.ask(Request.read(shared.open("any"), 9000, 500, 3000));
    assertThat(answer.data()).isEqualTo(OddGlue.bytes(9000, 500));
    assertThat(answer.ahead()).isEqualTo(OddGlue.bytes(9500, 500));
    assertThat(answer.position()).isEqualTo(9500);
  }

  /** The bytes ahead must have room of their own after the program's. */
  @Test
  void readsMoreAheadThanTheProgramReads() throws Exception {
    int token = shared.open("long");
    Answer answer = shared.ask(Request.read(token, 7, 100_000, Protocol.LARGEST_AHEAD));
    assertThat(answer.data()).isEqualTo(OddGlue.bytes(7, 100_000));
    assertThat(answer.ahead()).isEqualTo(OddGlue.bytes(100_007, Protocol.LARGEST_AHEAD));
  }

  /** The program gets the failure if it reads on, and only then is it logged. */
  @Test
  void keepsAFailureOfReadingAheadToItself() throws Exception {
    try (ChildServer server = ChildServer.prepared()) {
      int token = server.open("bad");
      Answer answer = server.client.ask(Request.read(token, OddGlue.BAD - 100, 100, 3000));
      assertThat(answer.data()).isEqualTo(OddGlue.bytes(OddGlue.BAD - 100, 100));
      assertThat(answer.ahead()).isEmpty();
      assertThat(answer.failure()).isNull();
      assertThat(answer.position()).isEqualTo(OddGlue.BAD);
      assertThat(server.client.ask(Request.close(token)).failure()).isNull();
      server.client.close();
      assertThat(server.printed()).isEmpty();
    }
  }

  @Test
  void readsNothingAheadAfterAFailureOrAShortRead() throws Exception {
    int bad = shared.open("bad");
    Answer failed = shared.ask(Request.read(bad, OddGlue.BAD - 9, 100, 9));
    assertThat(failed.failure()).contains("bad sector");
    assertThat(failed.ahead()).isEmpty();
    Request missing = Request.read(shared.open("any"), 0, 100, 9);
    missing.lParam1 = 0;
    Request nothing = Request.read(shared.open("any"), 0, 0, 9);
    assertThat(shared.ask(nothing).ahead()).isEmpty();
    assertThat(shared.ask(missing).ahead()).isEmpty();
  }

  @Test
  void readsNothingAheadIfHandlersAreChecked() throws Exception {
    try (ChildServer server = ChildServer.prepared("-Dorg.ioproc.check=true")) {
      Answer answer = server.client.ask(Request.read(server.open("any"), 0, 500, 3000));
      assertThat(answer.data()).isEqualTo(OddGlue.bytes(0, 500));
      assertThat(answer.ahead()).isEmpty();
    }
  }
}
