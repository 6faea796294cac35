package org.ioproc.differential;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.ioproc.FourCc;

/**
 * The bytes of a file: chunks in a RIFF chunk and after it. No byte has its top bit set, and no
 * size has a low byte of 0, so a header that is read at a wrong position leads far forward.
 * Otherwise winmm would loop, or read past its bytes.
 */
final class Content {

  static final String[] NAMES = {"RIFF", "LIST", "data", "fmt ", "WAVE", "INFO", "tail"};

  private Content() {}

  /** Returns the code of a name. The number after the last name stands for 0, which matches any. */
  static int name(int number) {
    return number == NAMES.length ? 0 : FourCc.of(NAMES[number]).value();
  }

  static byte[] of(int seed) {
    Random random = new Random(seed);
    if (random.nextInt(10) == 0) {
      return new byte[0];
    }
    ByteBuffer all = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 2; i++) {
      list(all, random, 0, 1);
      chunks(all, random, 2);
    }
    return Arrays.copyOf(all.array(), all.position());
  }

  private static void list(ByteBuffer all, Random random, int name, int depth) {
    int start = all.position();
    all.put(ascii(NAMES[name])).putInt(0).put(ascii(NAMES[4 + random.nextInt(2)]));
    chunks(all, random, 3);
    if (depth > 0 && random.nextBoolean()) {
      list(all, random, 1, depth - 1);
    }
    chunks(all, random, 2);
    int size = all.position() - start - 8;
    if ((size & 0xFF) == 0) {
      chunk(all, random);
      size = all.position() - start - 8;
    }
    all.putInt(start + 4, size);
  }

  private static void chunks(ByteBuffer all, Random random, int max) {
    for (int i = random.nextInt(max + 1); i > 0; i--) {
      chunk(all, random);
    }
  }

  private static void chunk(ByteBuffer all, Random random) {
    int size = 1 + random.nextInt(random.nextBoolean() ? 8 : 60);
    all.put(ascii(NAMES[2 + random.nextInt(2)])).putInt(size);
    for (int i = 0; i < size + (size & 1); i++) {
      all.put((byte) (0x20 + random.nextInt(0x50)));
    }
  }

  /** Returns the byte at an index of what programs write. */
  static byte written(int index) {
    return (byte) (0x30 + index * 7 % 0x40);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
