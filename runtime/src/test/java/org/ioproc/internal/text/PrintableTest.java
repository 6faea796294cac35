package org.ioproc.internal.text;

import static com.google.common.truth.Truth.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintableTest {

  @ParameterizedTest
  @CsvSource({
    "0000, \\u0000",
    "000a, \\u000a",
    "000d, \\u000d",
    "001b, \\u001b",
    "007f, \\u007f",
    "0085, \\u0085",
    "009b, \\u009b",
    "00ad, \\u00ad",
    "200b, \\u200b",
    "200f, \\u200f",
    "2028, \\u2028",
    "2029, \\u2029",
    "202e, \\u202e",
    "2066, \\u2066",
    "feff, \\ufeff",
    "d800, \\ud800",
    "dc00, \\udc00",
    "e0041, \\udb40\\udc41"
  })
  void invisibleCharactersAreEscaped(String codePoint, String escaped) {
    String text = Character.toString(Integer.parseInt(codePoint, 16));
    assertThat(Printable.of(text)).isEqualTo(escaped);
    assertThat(Printable.of("a" + text + text + "b")).isEqualTo("a" + escaped + escaped + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ~",
        "C:\\new\\run",
        "\u00e9\u00df",
        "\u65e5\u672c",
        "\ud83c\udfb5",
        "\u05d0"
      })
  void otherTextIsUnchanged(String text) {
    assertThat(Printable.of(text)).isSameInstanceAs(text);
  }

  @Test
  void anUnpairedSurrogateBesideAPairIsEscaped() {
    assertThat(Printable.of("\ud83c\udfb5\udfb5\ud83c")).isEqualTo("\ud83c\udfb5\\udfb5\\ud83c");
  }

  @Test
  void aFailureWithoutInvisibleCharactersIsNotCopied() {
    Throwable failure = new IllegalStateException("plain", new NoSuchFileException("f"));
    failure.addSuppressed(new NoSuchFileException("g"));
    assertThat(Printable.of(failure)).isSameInstanceAs(failure);
  }

  @Test
  void allTextsOfAFailureAreEscaped() {
    Throwable failure = new IllegalStateException("plain", new NoSuchFileException("a\nb"));
    failure.addSuppressed(new NoSuchFileException("c\u001bd"));
    assertThat(printed(Printable.of(failure)))
        .isEqualTo(printed(failure).replace("a\nb", "a\\u000ab").replace("c\u001bd", "c\\u001bd"));
  }

  @Test
  void failuresMayReferToEachOtherInACircle() {
    IllegalStateException one = new IllegalStateException("a\nb");
    IllegalStateException another = new IllegalStateException("plain", one);
    one.initCause(another);
    another.addSuppressed(one);
    assertThat(Printable.of(one)).hasCauseThat().hasCauseThat().isNotNull();
    assertThat(printed(Printable.of(one))).doesNotContain("a\nb");
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
