package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.OpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.ioproc.ShareMode;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the requests that handlers receive when a program opens a file. */
class OpeningTest {

  static Stream<Arguments> flags() {
    return Stream.of(
        Arguments.of(0, Set.of(READ)),
        Arguments.of(1, Set.of(WRITE)),
        Arguments.of(2, Set.of(READ, WRITE)),
        Arguments.of(0x1000, Set.of(READ, WRITE, CREATE, TRUNCATE_EXISTING)),
        Arguments.of(0x1001, Set.of(WRITE, CREATE, TRUNCATE_EXISTING)),
        Arguments.of(0x1002, Set.of(READ, WRITE, CREATE, TRUNCATE_EXISTING)),
        Arguments.of(0x10070, Set.of(READ)));
  }

  @ParameterizedTest
  @MethodSource("flags")
  void flagsBecomeOptions(int flags, Set<OpenOption> options) throws Exception {
    OpenRequest request = request("a.zip+b", flags);
    assertThat(request.options()).isEqualTo(options);
    assertThat(request.reads()).isEqualTo(options.contains(READ));
    assertThat(request.writes()).isEqualTo(options.contains(WRITE));
    assertThat(request.creates()).isEqualTo(options.contains(CREATE));
    assertThat(request.flags()).isEqualTo(flags);
  }

  @ParameterizedTest
  @CsvSource({
    "0, COMPATIBLE",
    "0x10, EXCLUSIVE",
    "0x20, DENY_WRITE",
    "0x30, DENY_READ",
    "0x40, DENY_NONE",
    "0x50, COMPATIBLE",
    "0x70, COMPATIBLE"
  })
  void flagsBecomeAShareMode(String flags, ShareMode mode) throws Exception {
    assertThat(request("a.zip+b", Integer.decode(flags)).shareMode()).isEqualTo(mode);
  }

  @Test
  void aRequestHasItsNameAndItsRawName() throws Exception {
    assertThat(request("a.zip+b.wav", 0).name()).isEqualTo(new MmioName("a.zip", "b.wav"));
    assertThat(request("a.zip", 0).rawName()).isEqualTo("a.zip");
  }

  @ParameterizedTest
  @CsvSource({"a.zip, '\"a.zip\" has no ''+''.'", "'', this file has no name."})
  void aNameWithoutAnElementIsRefused(String text, String observed) throws Exception {
    OpenRequest request = request(text, 0);
    MmioException failure = assertThrows(MmioException.class, request::name);
    assertThat(failure.error()).isEqualTo(MmioError.FILE_NOT_FOUND);
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo(
            "The name of a file in a container must be container+element, as in"
                + " music.zip+track.wav; "
                + observed);
  }

  @Test
  void aMissingRawNameIsEmpty() {
    RequestGlue glue = new RequestGlue();
    Caller caller = new Caller(Way.NATIVE, glue);
    assertThat(caller.send(MMIOM_OPEN, 0, 0)).isEqualTo(0);
    assertThat(glue.request.rawName()).isEmpty();
    assertThrows(MmioException.class, glue.request::name);
  }

  @Test
  @DisplayName("in adwInfo, an application passes parameters to OPEN and receives results")
  void threeWordsArriveAndTwoReturn() throws Exception {
    RequestGlue glue = new RequestGlue();
    Caller caller = new Caller(Way.NATIVE, glue);
    for (int i = 0; i < 3; i++) {
      caller.info.info(i, 10 + i);
    }
    assertThat(caller.open("a+b", 0)).isEqualTo(0);
    assertThat(glue.words).isEqualTo("10 11 12");
    assertThat(glue.request.word(1)).isEqualTo(-7);
    assertThat(caller.info.info(0)).isEqualTo(10);
    assertThat(caller.info.info(1)).isEqualTo(-7);
    assertThrows(IndexOutOfBoundsException.class, () -> glue.request.word(3));
    assertThrows(IndexOutOfBoundsException.class, () -> glue.request.setWord(2, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "music.zip, 'ZIP '",
    "MUSIC.Zip, 'ZIP '",
    "a.vwxyz, VWXY",
    "a.b.c, 'C   '",
    ".xyz, 'XYZ '",
    "a., '    '",
    "a.xyz+b.abc, 'ABC '",
    "a.śip, '?IP '",
    "a.zıp, 'Z?P '",
    "a.ſip, '?IP '"
  })
  void theContainersExtensionIsItsCode(String container, String code) throws Exception {
    assertThat(MmioName.of(container + "+x").code()).isEqualTo(Optional.of(FourCc.of(code)));
  }

  @ParameterizedTest
  @CsvSource({"a", "a.xy\\b", "a.xy/b", "''"})
  void aContainerWithoutAnExtensionHasNoCode(String container) throws Exception {
    assertThat(MmioName.of(container + "+x").code()).isEqualTo(Optional.empty());
  }

  @Test
  void aNameIsSplitAtItsLastPlus() throws Exception {
    assertThat(MmioName.of("a.zip+b.zip+c.wav")).isEqualTo(new MmioName("a.zip+b.zip", "c.wav"));
    assertThat(MmioName.of("a.zip+")).isEqualTo(new MmioName("a.zip", ""));
    assertThat(MmioName.of("a.zip+b").toString()).isEqualTo("a.zip+b");
  }

  private static OpenRequest request(String name, int flags) throws Exception {
    MmioInfo info = MmioInfo.allocate();
    info.flags(flags);
    return OpenMessage.of(name, info);
  }

  private static final class RequestGlue extends FullGlue<Object> {
    OpenRequest request;
    String words;

    RequestGlue() {
      super("REQ");
    }

    @Override
    protected Object onOpen(OpenRequest opening) {
      request = opening;
      words = opening.word(0) + " " + opening.word(1) + " " + opening.word(2);
      opening.setWord(1, -7);
      return this;
    }
  }
}
