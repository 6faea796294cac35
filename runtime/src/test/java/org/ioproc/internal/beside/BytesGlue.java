package org.ioproc.internal.beside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioMessage;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.ioproc.glue.FullGlue;

/** Files in memory, some of whose bytes cannot be read or written. */
final class BytesGlue extends FullGlue<String> {

  static final int NUMBERS = 0x8001;

  /** Reading or writing this position fails. */
  static final int BAD = 5000;

  final Map<String, byte[]> files = new TreeMap<>();

  BytesGlue() {
    super("BYTE");
    restore();
  }

  /** Makes the files as they were. */
  void restore() {
    files.clear();
    files.put("f", new byte[9000]);
    files.put("bad", new byte[6000]);
    files.forEach((name, bytes) -> fill(bytes));
  }

  private static void fill(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 7 + i / 256);
    }
  }

  @Override
  protected boolean handles(int message) {
    return message == NUMBERS;
  }

  @Override
  protected String onOpen(OpenRequest request) throws IOException {
    MmioName name = MmioName.of(request.rawName());
    if (!files.containsKey(name.element())) {
      throw new MmioException(MmioError.FILE_NOT_FOUND, "No file " + name.element());
    }
    request.setWord(0, request.word(1) + 1);
    return name.element();
  }

  private static void check(String file, long position, int count) throws IOException {
    if (file.equals("bad") && position <= BAD && position + count > BAD) {
      throw new IOException("bad sector");
    }
  }

  private byte[] bytes(String file) throws IOException {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      throw new IOException("deleted or renamed");
    }
    return bytes;
  }

  @Override
  protected int onRead(String file, ByteBuffer buffer, long position) throws IOException {
    byte[] bytes = bytes(file);
    int count = (int) Math.min(buffer.remaining(), bytes.length - position);
    if (count <= 0) {
      return -1;
    }
    check(file, position, count);
    buffer.put(bytes, (int) position, count);
    return count;
  }

  @Override
  protected int onWrite(String file, ByteBuffer buffer, long position) throws IOException {
    int count = buffer.remaining();
    check(file, position, count);
    byte[] bytes = bytes(file);
    int end = (int) position + count;
    bytes = end > bytes.length ? Arrays.copyOf(bytes, end) : bytes;
    buffer.get(bytes, (int) position, count);
    files.put(file, bytes);
    return count;
  }

  @Override
  protected long onSize(String file) throws IOException {
    return bytes(file).length;
  }

  @Override
  protected void onFlush(String file) {}

  @Override
  protected void onClose(String file) throws IOException {
    if (file.equals("bad")) {
      throw new IOException("bad end");
    }
  }

  @Override
  protected void onRename(MmioName from, MmioName to) throws IOException {
    byte[] bytes = files.remove(from.element());
    if (bytes == null) {
      throw new MmioException(MmioError.FILE_NOT_FOUND, "No file " + from.element());
    }
    files.put(to.element(), bytes);
  }

  @Override
  protected void onDelete(MmioName name) throws IOException {
    if (files.remove(name.element()) == null) {
      throw new MmioException(MmioError.FILE_NOT_FOUND, "No file " + name.element());
    }
  }

  @Override
  protected long onMessage(String file, MmioMessage message) {
    return message.lParam1() * 31 + message.lParam2();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    files.forEach(
        (name, bytes) ->
            text.append(
                name + " has " + bytes.length + " bytes, " + Arrays.hashCode(bytes) + "; "));
    return text.toString();
  }
}
