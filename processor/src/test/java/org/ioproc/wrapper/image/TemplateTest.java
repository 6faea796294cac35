package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Templates that are not as the writer needs them. */
final class TemplateTest {

  @ParameterizedTest
  @EnumSource
  void eachTemplateHasTheFunctionsOf64Procedures(Architecture architecture) {
    Template template = Template.of(architecture);
    assertThat(IntStream.rangeClosed(1, 3 + 4 * 64).map(template::addressOf).distinct().count())
        .isEqualTo(3 + 4 * 64);
  }

  @Test
  void aHeaderWithoutRoomIsRefused() {
    assertRefused("has no room for another section", TemplateTest::fillTheHeader);
    assertRefused(
        "has no room for another section",
        bytes -> bytes.putInt(header(bytes) + 24 + 60, endOfSections(bytes) + 39));
  }

  @Test
  void aHeaderWithRoomForJustOneSectionIsEnough() {
    byte[] template = x64();
    ByteBuffer bytes = ByteBuffer.wrap(template).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(header(bytes) + 24 + 60, endOfSections(bytes) + 40);
    assertThat(Template.of(Architecture.X64, template).nextOffset()).isEqualTo(template.length);
  }

  private static void fillTheHeader(ByteBuffer bytes) {
    bytes.put(endOfSections(bytes) + 39, (byte) 1);
  }

  private static int header(ByteBuffer bytes) {
    return bytes.getInt(0x3C);
  }

  private static int endOfSections(ByteBuffer bytes) {
    int header = header(bytes);
    return header + 24 + bytes.getShort(header + 20) + 40 * bytes.getShort(header + 6);
  }

  @Test
  void anotherFileIsRefused() {
    String problem = "is not a DLL for x64";
    assertRefused(problem, bytes -> bytes.put(0, (byte) 'm'));
    assertRefused(problem, bytes -> bytes.put(header(bytes), (byte) 'p'));
    assertRefused(problem, bytes -> bytes.putShort(header(bytes) + 4, (short) 0x14C));
    assertRefused(problem, bytes -> bytes.putShort(header(bytes) + 22, (short) 0x22));
    assertRefused(problem, bytes -> bytes.putShort(header(bytes) + 24, (short) 0x10B));
    assertRefused(problem, bytes -> bytes.putInt(header(bytes) + 24 + 32, 0x2000));
    assertRefused(problem, bytes -> bytes.putInt(header(bytes) + 24 + 36, 0x1000));
    assertRefused(problem, bytes -> bytes.putInt(header(bytes) + 24 + 108, 15));
  }

  @Test
  void aTemplateThatIsFinishedIsRefused() {
    assertRefused("already has resources", bytes -> bytes.putInt(directory(bytes, 2), 0x1000));
    assertRefused("is signed", bytes -> bytes.putInt(directory(bytes, 4), 0x1000));
  }

  private static int directory(ByteBuffer bytes, int index) {
    return header(bytes) + 24 + 112 + 8 * index;
  }

  @Test
  void aTemplateWithoutExportsIsRefused() {
    assertRefused("is incomplete", bytes -> bytes.putInt(directory(bytes, 0), 0));
    assertRefused("is incomplete", bytes -> bytes.putInt(directory(bytes, 0), -1));
  }

  private static void assertRefused(String problem, Consumer<ByteBuffer> damage) {
    byte[] template = x64();
    damage.accept(ByteBuffer.wrap(template).order(ByteOrder.LITTLE_ENDIAN));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> Template.of(Architecture.X64, template));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo("The processor's jar is damaged: the template x64.dll " + problem + ".");
  }

  private static byte[] x64() {
    return PeFile.template(Architecture.X64);
  }

  @Test
  void aTemplateWithMoreOrFewerBytesIsRefused() {
    int size = x64().length;
    for (int length : new int[] {0, 1, 0x3F, 0x40, 0x80, 0x200, size - 1, size + 1, size + 0x200}) {
      byte[] template = Arrays.copyOf(x64(), length);
      assertWithMessage("%s bytes", length)
          .that(
              assertThrows(
                  IllegalStateException.class, () -> Template.of(Architecture.X64, template)))
          .hasMessageThat()
          .startsWith("The processor's jar is damaged: the template x64.dll ");
    }
  }

  /** Any damage to the header is either found or harmless: nothing else is thrown. */
  @Test
  void damageIsAnErrorWithASentence() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      byte[] template = x64();
      for (int change = 0; change <= random.nextInt(3); change++) {
        template[random.nextInt(0x400)] = (byte) random.nextInt();
      }
      try {
        Template.of(Architecture.X64, template).nextAddress();
      } catch (IllegalStateException damaged) {
        assertWithMessage("seed %s", seed)
            .that(damaged)
            .hasMessageThat()
            .startsWith("The processor's jar is damaged: the template x64.dll ");
      }
    }
  }
}
