package org.ioproc.samples.demo;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ioproc.MmioName;
import org.ioproc.mmio.Mmio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the documentation's timelines are what a timeline draws today. */
final class ShownTimelinesTest {

  private static final Path FOLDER = Path.of("src", "main", "doc");
  private static final Pattern STYLE = Pattern.compile("<style>.*</style>", Pattern.DOTALL);

  /** Matches the texts that do not depend on how long anything took. */
  private static final Pattern TEXT =
      Pattern.compile("<text class=\"(?:legend|label|name|value)\"[^>]*>([^<]*)</text>");

  private static final Pattern TIME = Pattern.compile("[\\d.]+ (?:ns|µs|ms|s)");

  private static String drawnByTheDemo() throws IOException {
    MmioName name = MmioName.find("music/music.zip+hello.wav").orElseThrow();
    return DemoListener.listen(Mmio.newEmbedded(), name, DemoProgress.none()).timeline().svg();
  }

  private static List<Path> shown() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.getFileName().toString().startsWith("timeline")).toList();
    }
  }

  /** The README's picture is the demo's. A run of the README's first command replaces it. */
  @Test
  void theReadmeShowsWhatTheDemoDraws() throws IOException {
    assertThat(texts(Files.readString(FOLDER.resolve("timeline.svg"))))
        .containsExactlyElementsIn(texts(drawnByTheDemo()))
        .inOrder();
  }

  @ParameterizedTest
  @MethodSource("shown")
  void everyPictureLooksLikeTodays(Path picture) throws IOException {
    String drawn = drawnByTheDemo();
    String shown = Files.readString(picture);
    assertThat(style(shown)).isEqualTo(style(drawn));
    assertThat(labels(shown)).containsExactlyElementsIn(labels(drawn)).inOrder();
  }

  private static String style(String picture) {
    Matcher style = STYLE.matcher(picture);
    assertThat(style.find()).isTrue();
    return style.group();
  }

  private static List<String> texts(String picture) {
    return TEXT.matcher(picture)
        .results()
        .map(text -> text.group(1))
        .filter(text -> !TIME.matcher(text).matches())
        .toList();
  }

  private static List<String> labels(String picture) {
    List<String> labels = new ArrayList<>(texts(picture));
    labels.removeIf(text -> text.endsWith(".wav") || Character.isDigit(text.charAt(0)));
    return labels;
  }
}
