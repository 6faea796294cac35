package org.ioproc.internal.transport;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the conversion of names in both directions. */
class AnsiTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "music.zip+track.wav", "C:\\some folder\\x.zip+a b.wav"})
  void aTextIsUnchangedAfterBothConversions(String text) throws Exception {
    ByteBuffer bytes = AnsiText.encode(text);
    assertThat(bytes.get(bytes.limit() - 1)).isEqualTo(0);
    assertThat(AnsiText.at(Transport.current().memory().address(bytes))).isEqualTo(text);
    Reference.reachabilityFence(bytes);
  }

  @Test
  void addressZeroIsAnEmptyText() throws Exception {
    assertThat(AnsiText.at(0)).isEmpty();
  }

  @Test
  void aNameWithoutAnEndIsRefused() {
    ByteBuffer endless = ByteBuffer.allocateDirect(64 * 1024);
    for (int i = 0; i < endless.capacity(); i++) {
      endless.put(i, (byte) 'a');
    }
    MmioException refused =
        assertThrows(
            MmioException.class, () -> AnsiText.at(Transport.current().memory().address(endless)));
    assertThat(refused.error()).isEqualTo(MmioError.INVALID_PARAMETER);
    Reference.reachabilityFence(endless);
  }

  @Test
  void aZeroCharacterIsRefused() {
    assertThrows(MmioException.class, () -> AnsiText.encode("a\0b"));
  }

  /** Windows itself would substitute a similar letter, or a question mark. */
  @ParameterizedTest
  @CsvSource({
    "windows-1252, Łódź.zip+a",
    "windows-1252, a.zip+Łódź",
    "windows-1252, Ā.zip+a",
    "windows-1252, ａ.zip+a",
    "windows-1252, a‐b.zip+a",
    "windows-1252, ∞.zip+a",
    "windows-1252, 音楽.zip+a",
    "windows-1252, á.zip+a",
    "windows-1250, Ørsted.zip+a",
    "windows-31j, Łódź.zip+a",
    "windows-31j, 𠮷.zip+a"
  })
  void noCharacterIsSubstituted(String codePage, String name) {
    MmioException refused =
        assertThrows(MmioException.class, () -> AnsiText.encode(name, Charset.forName(codePage)));
    assertThat(refused).hasMessageThat().contains(codePage);
  }

  @Test
  void aNameThatTheCodePageCannotExpressIsRefused() {
    assertThrows(MmioException.class, () -> AnsiText.encode("\uD800"));
  }
}
