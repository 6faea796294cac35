package org.ioproc.samples.clips;

import static com.google.common.truth.Truth.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the encoders without a decoder; {@code .ci/windows-clients} decodes the clips. */
@Tag("any-java") // It takes long, and is the same over each transport.
final class VideoEncoderTest {

  static Stream<VideoEncoder> encoders() {
    return Stream.of(new CinepakEncoder(), new CramEncoder());
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void eachFrameResemblesItsPicture(VideoEncoder encoder) {
    for (int i = 0; i < 12; i++) {
      Picture picture = Scene.draw(i);
      encoder.encode(picture, i == 0);
      assertThat(meanDifference(picture, encoder.shown())).isLessThan(4.0);
    }
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void aFrameContainsWhatHasChanged(VideoEncoder encoder) {
    int key = encoder.encode(Scene.draw(0), true).length;
    int delta = encoder.encode(Scene.draw(1), false).length;
    int same = encoder.encode(Scene.draw(1), false).length;
    assertThat(delta).isLessThan(key / 2);
    assertThat(same).isLessThan(256);
  }

  /** In CRAM, a word that begins with these bits is a number of unchanged blocks. */
  @Test
  void noColorIsTakenForUnchangedBlocks() {
    Picture picture = new Picture(4, 4);
    for (int i = 0; i < 16; i++) {
      picture.setColor(i % 4, i / 4, 0x080808);
    }
    byte[] frame = new CramEncoder().encode(picture, true);
    assertThat(frame[1] & 0xFC).isNotEqualTo(0x84);
  }

  private static double meanDifference(Picture a, Picture b) {
    byte[] inA = a.bitmap();
    byte[] inB = b.bitmap();
    return IntStream.range(0, inA.length)
        .map(i -> Math.abs((inA[i] & 0xFF) - (inB[i] & 0xFF)))
        .average()
        .orElseThrow();
  }
}
