package org.ioproc.testing;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ioproc.TracedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Tests the pictures of timelines. */
final class TimelinePictureTest {

  @TempDir Path folder;

  private final MessageTimeline timeline = new MessageTimeline();

  @Test
  void messagesWithoutAnOpenFileAreCounted() throws Exception {
    timeline.accept(new TracedMessages("a.zip+b", 0).failed(MMIOM_OPEN, "no such <entry>"));
    assertThat(timeline.totals().files()).isEqualTo(0);
    assertThat(timeline.totals().failures()).isEqualTo(1);
    assertThat(texts(timeline.svg()))
        .containsAtLeast(
            "Messages without an open file", "✕ 0 ns: MMIOM_OPEN a.zip+b: no such <entry>");
  }

  @Test
  void aPictureWithoutMessagesIsOne() {
    assertThat(texts(timeline.svg())).contains("0 open files");
  }

  @Test
  void thePictureShowsEachFileWithItsTotals() throws Exception {
    TracedMessages one = new TracedMessages("C:\\music\\a.zip+b", 1);
    TracedMessages two = new TracedMessages("/music/c.zip+d", 2);
    timeline.accept(one.open());
    timeline.accept(one.read(300));
    timeline.accept(two.open());
    timeline.accept(one.seek(100));
    timeline.accept(two.write(7));
    timeline.accept(one.read(50));
    timeline.accept(one.close());
    List<String> texts = texts(timeline.svg());
    assertThat(texts)
        .containsAtLeast(
            "2 open files",
            "a.zip+b",
            "messages",
            "5",
            "read",
            "350 B",
            "read again",
            "50 B",
            "seeks that lead back",
            "1",
            "c.zip+d",
            "2",
            "written",
            "7 B")
        .inOrder();
    List<String> kinds = classes(timeline.svg());
    assertThat(kinds).containsAtLeast("open", "close", "read", "again", "write", "back faint");
    assertThat(kinds).doesNotContain("failure");
    timeline.accept(two.failed(MMIOM_READ, "disk"));
    assertThat(classes(timeline.svg())).contains("failure");
  }

  @Test
  void aTitleReplacesTheFilesName() {
    MessageTimeline titled = new MessageTimeline("PlaySound & <Co>");
    titled.accept(new TracedMessages("a.zip+b", 1).open());
    assertThat(texts(titled.svg())).containsAtLeast("PlaySound & <Co>", "a.zip+b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a&b;\"'",
        "]]>",
        "\0\1\b\33[31m\u007f\u0085",
        "\uD800 \uDC00 \uFFFE \uFFFF",
        "\u202Egnp.exe \u2028 \u200B",
        "Łódź 音楽 \uD83C\uDFB5",
        ""
      })
  void everyNameGivesAWellFormedPicture(String name) {
    MessageTimeline titled = new MessageTimeline(name);
    TracedMessages file = new TracedMessages("a.zip+" + name, 1);
    titled.accept(file.open());
    titled.accept(file.failed(MMIOM_READ, name));
    titled.accept(new TracedMessages(name, 2).open());
    titled.accept(new TracedMessages(name.repeat(1000), 3).failed(MMIOM_READ, name.repeat(1000)));
    Document picture = parsed(titled.svg());
    assertThat(picture.getElementsByTagName("script").getLength()).isEqualTo(0);
    String all = picture.getDocumentElement().getTextContent();
    assertThat(all.codePoints().anyMatch(TimelinePictureTest::isHidden)).isFalse();
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\n';
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.SURROGATE -> true;
      default -> false;
    };
  }

  @Test
  void oddNumbersAreDrawn() {
    timeline.accept(message(1, Integer.MAX_VALUE, Long.MAX_VALUE - 5, Long.MAX_VALUE));
    timeline.accept(message(1, -1, Long.MIN_VALUE + 5, -7));
    timeline.accept(message(2, 0, Long.MIN_VALUE + 5, 0));
    assertThat(parsed(timeline.svg())).isNotNull();
    assertThat(timeline.svg()).doesNotContain("NaN");
    assertThat(timeline.svg()).doesNotContain("Infinity");
  }

  private static TracedMessage message(long number, long position, long begin, long duration) {
    return new TracedMessage("a+b", 0, 0, 0, 9, 9, number, position, begin, duration, null);
  }

  @Test
  void manyMessagesNeedLittleMemory() {
    TracedMessages file = new TracedMessages("a.zip+b", 1);
    for (int i = 0; i < 200_000; i++) {
      timeline.accept(i % 2 == 0 ? file.read(100) : file.seek(i * 7919L % 100_000_007));
    }
    String picture = timeline.svg();
    assertThat(picture.length()).isLessThan(1_000_000);
    assertThat(timeline.totals().messages()).isEqualTo(200_000);
    assertThat(String.join("\n", texts(picture))).contains("of each other are drawn as one mark.");
    assertThat(String.join("\n", texts(picture))).contains("Too many files or parts of files");
  }

  @Test
  void manyFilesNeedLittleMemory() {
    for (int i = 1; i <= 20_000; i++) {
      TracedMessages file = new TracedMessages("a.zip+" + i, i);
      timeline.accept(file.open());
      timeline.accept(file.failed(MMIOM_READ, "disk"));
      timeline.accept(file.close());
    }
    assertThat(timeline.totals().files()).isEqualTo(20_000);
    assertThat(timeline.totals().failures()).isEqualTo(20_000);
    String texts = String.join("\n", texts(timeline.svg()));
    assertThat(texts).contains("Not drawn: 19,992 more files.");
    assertThat(texts).contains("Not listed: 19,992 more failures.");
    assertThat(timeline.svg().length()).isLessThan(100_000);
  }

  @Test
  void thePictureIsWrittenToAFile() throws Exception {
    timeline.accept(new TracedMessages("a.zip+音", 1).open());
    Path file = folder.resolve("timeline.svg");
    timeline.writeTo(file);
    assertThat(Files.readString(file)).isEqualTo(timeline.svg());
  }

  private static List<String> texts(String picture) {
    List<String> texts = new ArrayList<>();
    for (Element element : elements(picture, "text")) {
      texts.add(element.getTextContent());
    }
    return texts;
  }

  private static List<String> classes(String picture) {
    return elements(picture, "path").stream().map(path -> path.getAttribute("class")).toList();
  }

  private static List<Element> elements(String picture, String name) {
    NodeList nodes = parsed(picture).getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  static Document parsed(String picture) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(picture)));
    } catch (Exception malformed) {
      throw new AssertionError(malformed);
    }
  }
}
