package org.ioproc.differential;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.ioproc.FourCc;
import org.ioproc.MmioException;
import org.ioproc.internal.transport.AnsiText;

/** The names and codes that programs use to open files in all ways. */
final class Names {

  /** The names, all in the program's folder; null stands for no name. */
  private static final String[] TEXTS = {
    "/a.dif+b",
    "/file.bin",
    "/a.differ+b.c",
    "/a.dif+",
    "/.dif+b",
    "/a.zip+b.dif+c",
    "/none.bin",
    "/no/none.bin",
    "/sub",
    "/a+b",
    "/a.dif",
    "/a.dif/b+c",
    "/x.dos+y",
    "/x.mem+y",
    "/other.bin",
    null
  };

  private static final String[] CODES = {"DIF ", "DIFF", "DOS ", "MEM ", "NOPE"};

  /** The number of the code DOS. */
  static final int DOS = 2;

  /** The number of the code MEM. */
  static final int MEM = 3;

  /** The size, in bytes, of a name's memory, into which MMIO_PARSE writes the full path. */
  private static final int ROOM = 512;

  private Names() {}

  static int count() {
    return TEXTS.length;
  }

  static int codes() {
    return CODES.length;
  }

  static boolean isNone(int number) {
    return TEXTS[number] == null;
  }

  static boolean isInMemory(int number) {
    return "/x.mem+y".equals(TEXTS[number]);
  }

  static boolean isOfDos(int number) {
    return "/x.dos+y".equals(TEXTS[number]);
  }

  static int code(int number) {
    return FourCc.of(CODES[number].trim()).value();
  }

  static ByteBuffer encode(int number, Path folder) throws MmioException {
    String text = TEXTS[number];
    if (text == null) {
      return null;
    }
    ByteBuffer name = AnsiText.encode(folder + text);
    return ByteBuffer.allocateDirect(ROOM).put(name).rewind();
  }

  /** Returns a name's last part, with {@code ../} in place of the folder, if it has one. */
  static String shown(ByteBuffer name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; name != null && name.get(i) != 0; i++) {
      text.append(name.get(i) == '\\' ? '/' : (char) name.get(i));
    }
    int slash = text.lastIndexOf("/");
    return slash < 0 ? text.toString() : "../" + text.substring(slash + 1);
  }
}
