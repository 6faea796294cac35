package org.ioproc.internal.beside;

import static com.google.common.truth.Truth.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests how procedures are created in a process beside the program. */
class PreparationTest {

  @RegisterExtension static final SharedServer shared = new SharedServer();

  record Preparation(int number, String provider, int status, String text) {}

  static Stream<Preparation> preparations() {
    String odd = OddGlue.class.getName();
    return Stream.of(
        new Preparation(2, "com.example.Missing", Protocol.CLASS_FAILED, "com.example.Missing"),
        new Preparation(3, "[I", Protocol.CLASS_FAILED, "[I"),
        new Preparation(4, "", Protocol.CLASS_FAILED, ""),
        new Preparation(5, "java.lang.Object", Protocol.CLASS_FAILED, "is not an org.ioproc.glue."),
        new Preparation(6, odd + "$Incomplete", Protocol.CLASS_FAILED, "com/example/Missing"),
        new Preparation(8, odd + "$Exhausted", Protocol.PROCEDURE_FAILED, "OutOfMemoryError: full"),
        new Preparation(7, odd + "$Throwing", Protocol.PROCEDURE_FAILED, "no licence"));
  }

  @ParameterizedTest
  @MethodSource("preparations")
  void reportsAProcedureThatCannotBeCreated(Preparation row) throws Exception {
    Answer answer = shared.client().prepare(row.number, row.provider);
    assertThat(answer.result()).isEqualTo(row.status);
    assertThat(answer.failure()).contains(row.text);
    assertThat(shared.client().prepare(row.number, OddGlue.PROVIDER).result()).isEqualTo(0);
  }

  @Test
  void createsAProcedureOnceForSeveralThreads() throws Exception {
    Consumer<Frame> slow = frame -> frame.putInt(9).putText(OddGlue.class.getName() + "$Slow");
    CompletableFuture<Answer> first = shared.client().send(Protocol.PREPARE, slow);
    CompletableFuture<Answer> second = shared.client().send(Protocol.PREPARE, slow);
    assertThat(Client.await(first).failure()).isNull();
    assertThat(Client.await(second).failure()).isNull();
  }

  @Test
  void createsAProcedureOnce() throws Exception {
    int token = shared.open("any");
    assertThat(shared.client().prepare(1, OddGlue.PROVIDER).result()).isEqualTo(0);
    assertThat(shared.ask(Request.read(token, 0, 4, 0)).result()).isEqualTo(4);
  }
}
