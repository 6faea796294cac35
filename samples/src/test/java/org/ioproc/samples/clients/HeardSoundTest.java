package org.ioproc.samples.clients;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-java") // It takes long, and is the same over each transport.
final class HeardSoundTest {

  private static final double[] SOUND = noise(16384, 1);

  private static double[] noise(int count, long seed) {
    Random random = new Random(seed);
    return random.doubles(count, -10000, 10000).toArray();
  }

  private static double[] join(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[] silence(int count) {
    return new double[count];
  }

  private static double[] part(int from, int to) {
    return Arrays.copyOfRange(SOUND, from, to);
  }

  private static double correlation(double[] recording) {
    return new HeardSound(SOUND, recording).correlation();
  }

  @Test
  void theSoundIsHeardAnywhereAtAnyVolume() {
    double[] quiet = Arrays.stream(SOUND).map(sample -> sample / 7).toArray();
    assertThat(correlation(join(silence(12345), quiet, silence(99)))).isAtLeast(0.9999);
    assertThat(correlation(SOUND)).isAtLeast(0.9999);
  }

  @Test
  void aPauseIsTolerated() {
    double[] recording = join(part(0, 4096), silence(4000), part(4096, 16384), silence(9));
    assertThat(correlation(recording)).isAtLeast(HeardSound.BOUND);
  }

  @Test
  void silenceIsNotTheSound() {
    assertThat(correlation(silence(20000))).isEqualTo(0);
    assertThat(correlation(silence(0))).isEqualTo(0);
  }

  @Test
  void anotherSoundIsNotTheSound() {
    assertThat(correlation(noise(16384, 2))).isLessThan(0.5);
  }

  @Test
  void aSoundThatIsCutOffIsNotTheSound() {
    assertThat(correlation(part(0, 14000))).isLessThan(HeardSound.BOUND);
    assertThat(correlation(part(2500, 16384))).isLessThan(HeardSound.BOUND);
  }

  @Test
  void aNoisySoundIsNotTheSound() {
    double[] noise = noise(16384, 3);
    double[] recording = SOUND.clone();
    Arrays.setAll(recording, i -> SOUND[i] + noise[i] / 4);
    assertThat(correlation(recording)).isLessThan(HeardSound.BOUND);
  }
}
