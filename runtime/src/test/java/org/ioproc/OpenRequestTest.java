package org.ioproc;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.OpenOption;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests that authors create for their tests. */
class OpenRequestTest {

  private static OpenOption[] options(OpenOption... options) {
    return options;
  }

  static Stream<Arguments> flags() {
    return Stream.of(
        Arguments.of(options(), 0, Set.of(READ)),
        Arguments.of(options(READ), 0, Set.of(READ)),
        Arguments.of(options(WRITE), 1, Set.of(WRITE)),
        Arguments.of(options(WRITE, READ), 2, Set.of(READ, WRITE)),
        Arguments.of(
            options(WRITE, CREATE, TRUNCATE_EXISTING),
            0x1001,
            Set.of(WRITE, CREATE, TRUNCATE_EXISTING)),
        Arguments.of(
            options(CREATE, TRUNCATE_EXISTING),
            0x1000,
            Set.of(READ, WRITE, CREATE, TRUNCATE_EXISTING)),
        Arguments.of(options(CREATE), 0x1000, Set.of(READ, WRITE, CREATE, TRUNCATE_EXISTING)),
        Arguments.of(options(MmioOption.BUFFERED), 0x10000, Set.of(READ)),
        Arguments.of(options(ShareMode.COMPATIBLE), 0, Set.of(READ)),
        Arguments.of(options(READ, ShareMode.EXCLUSIVE), 0x10, Set.of(READ)),
        Arguments.of(options(ShareMode.DENY_WRITE, WRITE), 0x21, Set.of(WRITE)),
        Arguments.of(options(ShareMode.DENY_READ, ShareMode.DENY_READ), 0x30, Set.of(READ)),
        Arguments.of(options(ShareMode.DENY_NONE), 0x40, Set.of(READ)));
  }

  @ParameterizedTest
  @MethodSource("flags")
  void optionsBecomeFlags(OpenOption[] options, int flags, Set<OpenOption> asked) {
    OpenRequest request = OpenRequest.of("a.zip+b", options);
    assertThat(request.flags()).isEqualTo(flags);
    assertThat(request.options()).isEqualTo(asked);
    assertThat(request.reads()).isEqualTo(asked.contains(READ));
    assertThat(request.writes()).isEqualTo(asked.contains(WRITE));
    assertThat(request.creates()).isEqualTo(asked.contains(CREATE));
    Stream.of(options)
        .filter(ShareMode.class::isInstance)
        .forEach(mode -> assertThat(request.shareMode()).isEqualTo(mode));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(options(TRUNCATE_EXISTING, WRITE), "[TRUNCATE_EXISTING, WRITE]"),
        Arguments.of(options(CREATE_NEW), "it does not know CREATE_NEW. Open"),
        Arguments.of(options(WRITE, APPEND), "it does not know APPEND. Open"),
        Arguments.of(options(ShareMode.DENY_READ, ShareMode.EXCLUSIVE), "[DENY_READ, EXCLUSIVE]"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void optionsWithoutFlagsAreRefused(OpenOption[] options, String observed) {
    assertThat(assertThrows(RuntimeException.class, () -> OpenRequest.of("a", options)))
        .hasMessageThat()
        .contains(observed);
  }

  @Test
  void theAuthorChoosesTheNameAndTheWords() throws Exception {
    OpenRequest request = OpenRequest.of("a.zip+b", READ);
    assertThat(request.name()).isEqualTo(new MmioName("a.zip", "b"));
    assertThat(request.rawName()).isEqualTo("a.zip+b");
    request.setWord(0, 7);
    request.setWord(1, -1);
    assertThat(request.word(0)).isEqualTo(7);
    assertThat(request.word(1)).isEqualTo(-1);
    assertThat(request.word(2)).isEqualTo(0);
    assertThrows(IndexOutOfBoundsException.class, () -> request.setWord(2, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> request.word(3));
    assertThat(request.toString()).isEqualTo("OpenRequest[a.zip+b, flags 0x0]");
  }

  @Test
  void theNameMayBeEmpty() {
    assertThat(assertThrows(MmioException.class, OpenRequest.of("")::name).error())
        .isEqualTo(MmioError.FILE_NOT_FOUND);
    assertThat(OpenRequest.of("").rawName()).isEmpty();
  }
}
