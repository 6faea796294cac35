package org.ioproc.hostile;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.ioproc.hostile.Procedures.Installed;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.Transport;

/** Sends messages to a procedure's native address, without a manager. */
final class HostileMessages extends HostileThread {

  private static final int TOKEN = 2;
  private static final int READWRITE = 2;

  /** MMIO_PARSE, MMIO_DELETE, MMIO_EXIST and MMIO_GETTEMP. */
  private static final int[] USES = {0x100, 0x200, 0x4000, 0x20000};

  private static final int[] ON_FILES = {
    MMIOM_READ, MMIOM_WRITE, MMIOM_WRITEFLUSH, MMIOM_SEEK, HostileGlue.SIZE
  };

  private final List<Integer> stale = new ArrayList<>(List.of(1));
  private final Deque<GuardedMemory> memories = new ArrayDeque<>();
  private final MmioInfo forged = MmioInfo.at(new GuardedMemory().last(MmioInfo.SIZE));

  HostileMessages(Procedures procedures, int number, long seed) {
    super(procedures, number, seed);
    for (int i = 0; i < FILES; i++) {
      memories.add(new GuardedMemory());
    }
  }

  private long send(long address, long info, int message, long lParam1, long lParam2) {
    sent();
    return Transport.current().call(address, info, message, lParam1, lParam2);
  }

  private long send(ModelFile file, int message, long lParam1, long lParam2) {
    return send(file.target, file.info.address(), message, lParam1, lParam2);
  }

  @Override
  void use(ModelFile file, int choice) throws Exception {
    switch (choice) {
      case 0, 1, 2, 3 -> read(file, count());
      case 4, 5, 6 -> write(file, count());
      case 7, 8 -> seek(file, below(ModelBytes.MAX_SIZE), below(3));
      case 9 -> close(file);
      case 10 -> seek(file, random.nextInt(), below(5) - 1);
      case 11 -> sendBadCount(file);
      case 12 -> sendNull(file);
      case 13 -> overwriteWords(file);
      case 14 -> sendForged(any(stale));
      case 15 ->
          sendForged(below(2) == 0 ? random.nextInt() : file.info.info(TOKEN) ^ (1 << below(32)));
      case 16 -> sendUnknown(file);
      default -> openBadly();
    }
  }

  @Override
  void open() {
    Installed installed = procedures.current();
    String name = newName();
    ModelFile file = new ModelFile(memories.remove(), name, installed.address);
    file.info.info(TOKEN, random.nextInt());
    file.info.diskOffset(random.nextInt());
    long opened = open(installed, file.info, READWRITE | (below(5) << 4), name);
    if (opened == 0) {
      add(file);
    } else {
      memories.add(file.memory);
      expect(!installed.isInstalled(), "open " + name, opened);
    }
  }

  private long open(Installed installed, MmioInfo info, int flags, String name) {
    info.flags(flags);
    long text = names.put((name + '\0').getBytes(StandardCharsets.ISO_8859_1));
    return send(installed.address, info.address(), MMIOM_OPEN, text, 0);
  }

  private void add(ModelFile file) {
    int token = file.info.info(TOKEN);
    expect(token != 0 && procedures.tokens.add(token), "a file's token", token);
    expect(file.info.diskOffset() == 0, "a file's position", file.info.diskOffset());
    files.add(file);
  }

  @Override
  void close(ModelFile file) {
    int token = file.info.info(TOKEN);
    long closed = send(file, MMIOM_CLOSE, 0, 0);
    procedures.tokens.remove(token);
    expect(closed == 0 && file.info.info(TOKEN) == 0, "close", closed);
    files.remove(file);
    memories.add(file.memory);
    if (stale.size() < 100) {
      stale.add(token);
    } else {
      stale.set(below(100), token);
    }
  }

  private void read(ModelFile file, int count) {
    long read = send(file, MMIOM_READ, buffers.last(count), count);
    int expected = file.bytes.readable(file.position, count);
    expect(read == expected, "read " + count + " bytes at " + file.position, read);
    if (read > 0 && read == expected) {
      ByteBuffer bytes = buffers.view(count).limit(expected);
      expect(file.bytes.isAt(file.position, bytes), "the bytes at " + file.position, bytes);
      file.position += expected;
    }
    expectPosition(file);
  }

  private void expectPosition(ModelFile file) {
    expect(file.info.diskOffset() == file.position, "the position", file.info.diskOffset());
  }

  private void write(ModelFile file, int count) {
    ByteBuffer bytes = buffers.view(count);
    for (int i = 0; i < count; i++) {
      bytes.put(i, (byte) random.nextInt());
    }
    boolean fits = count == 0 || (long) file.position + count <= ModelBytes.MAX_SIZE;
    long written =
        send(file, below(2) == 0 ? MMIOM_WRITE : MMIOM_WRITEFLUSH, buffers.last(count), count);
    expect(written == (fits ? count : -1), "write " + count + " bytes", written);
    if (fits && count > 0) {
      file.bytes.write(bytes, file.position, count);
      file.position += count;
    }
    expectPosition(file);
  }

  private void seek(ModelFile file, long offset, int origin) {
    long target =
        switch (origin) {
          case 0 -> offset;
          case 1 -> file.position + offset;
          case 2 -> file.bytes.size() - Math.abs(offset);
          default -> -1;
        };
    boolean right = target >= 0 && target <= Integer.MAX_VALUE;
    long found = send(file, MMIOM_SEEK, offset, origin);
    expect(found == (right ? target : -1), "seek " + offset + " from " + origin, found);
    if (right) {
      file.position = (int) target;
    }
    expectPosition(file);
  }

  private void sendBadCount(ModelFile file) {
    int message = ON_FILES[below(3)];
    long count = badCount();
    long answer = send(file, message, buffers.last(80), count);
    expect(answer == -1, "message " + message + " with count " + count, answer);
    expectPosition(file);
  }

  private void sendNull(ModelFile file) {
    int message = ON_FILES[below(3)];
    int count = below(3);
    long answer = send(file, message, 0, count);
    expect(answer == (count == 0 ? 0 : -1), "message " + message + " without a buffer", answer);
    message = ON_FILES[below(ON_FILES.length)];
    answer = send(file.target, 0, message, buffers.last(80), 1);
    expect(answer == -1, "message " + message + " without MMIOINFO", answer);
    answer = send(file.target, 0, below(2) == 0 ? MMIOM_OPEN : MMIOM_CLOSE, 0, 0);
    expect(answer > 0, "open or close without MMIOINFO", answer);
    answer = send(file.target, 0, MMIOM_RENAME, 0, 0);
    expect(answer > 0, "rename without names", answer);
    expectPosition(file);
  }

  /** Overwrites the words of MMIOINFO that belong to the procedure. */
  private void overwriteWords(ModelFile file) {
    file.info.diskOffset(random.nextInt() | 0x8000_0000);
    long answer = send(file, ON_FILES[below(3)], buffers.last(9), 9);
    expect(answer == -1, "a message at a negative position", answer);
    file.info.diskOffset(file.position);
    int token = file.info.info(TOKEN);
    file.info.info(TOKEN, 0);
    answer = send(file, ON_FILES[below(ON_FILES.length)], buffers.last(9), 9);
    expect(answer == -1, "a message without a token", answer);
    answer = send(file, MMIOM_CLOSE, 0, 0);
    expect(answer == 0, "close without a token", answer);
    file.info.info(TOKEN, token);
  }

  private void sendForged(int token) {
    if (token == 0 || procedures.tokens.contains(token)) {
      return;
    }
    long address =
        files.isEmpty() || below(2) == 0 ? procedures.current().address : any(files).target;
    forged.info(TOKEN, token);
    forged.diskOffset(below(100));
    int message = ON_FILES[below(ON_FILES.length)];
    boolean unknown = message == HostileGlue.SIZE; // A removed procedure does not handle it.
    long answer = send(address, forged.address(), message, buffers.last(80), below(80));
    expect(answer == -1 || (unknown && answer == 0), "message " + message + ", forged", answer);
    answer = send(address, forged.address(), MMIOM_CLOSE, 0, 0);
    expect(answer > 0, "close, forged", answer);
  }

  private void sendUnknown(ModelFile file) {
    int message = random.nextInt() >>> below(32);
    if ((message > MMIOM_RENAME && message != HostileGlue.SIZE) || message < 0) {
      long answer = send(file, message, random.nextInt(), random.nextInt());
      expect(answer == 0, "message " + message, answer);
    }
    long size = send(file, HostileGlue.SIZE, random.nextInt(), random.nextInt());
    expect(size == file.bytes.size(), "the handled message", size);
    expectPosition(file);
  }

  private void openBadly() throws Exception {
    Installed installed = procedures.current();
    forged.info(TOKEN, 7);
    int use = USES[below(USES.length)];
    String name = below(3) == 0 ? "box.host+refused" : newName();
    switch (below(4)) {
      case 0 -> expectRefusal("mode 3", open(installed, forged, 3 | use, name));
      case 1 -> openFor(installed, use, name);
      case 2 -> expectRefusal("a name without a terminator", openUnterminated(installed));
      default -> openAnyBytes(installed);
    }
  }

  private void expectRefusal(String what, long answer) {
    expect(answer > 0, what, answer);
  }

  private void openFor(Installed installed, int use, String name) {
    long answer = open(installed, forged, use, name);
    boolean right = (use & (0x200 | 0x4000)) != 0 && !name.contains("refused");
    if (right) {
      expect(answer == 0 || !installed.isInstalled(), "open with flags " + use, answer);
    } else {
      expectRefusal("open with flags " + use, answer);
    }
    if (answer == 0) {
      expect(forged.info(TOKEN) == 0, "the token afterwards", forged.info(TOKEN));
      answer = send(installed.address, forged.address(), MMIOM_CLOSE, 0, 0);
      expect(answer == 0, "close afterwards", answer);
    }
  }

  private long openUnterminated(Installed installed) {
    byte[] bytes = new byte[1 << 15];
    Arrays.fill(bytes, (byte) 'x');
    long text = names.put(bytes);
    forged.flags(0);
    return send(installed.address, forged.address(), MMIOM_OPEN, text, 0);
  }

  /** Opens a name of random bytes, which may be invalid in the code page. */
  private void openAnyBytes(Installed installed) throws Exception {
    byte[] bytes = new byte[below(20) + 1];
    random.nextBytes(bytes);
    bytes[bytes.length - 1] = 0;
    forged.flags(READWRITE);
    long text = names.put(bytes);
    if (send(installed.address, forged.address(), MMIOM_OPEN, text, 0) == 0) {
      int token = forged.info(TOKEN);
      expect(procedures.tokens.add(token), "a file's token", token);
      long size = send(installed.address, forged.address(), HostileGlue.SIZE, 0, 0);
      expect(size == new ModelBytes(AnsiText.at(text)).size(), "the file's size", size);
      long closed = send(installed.address, forged.address(), MMIOM_CLOSE, 0, 0);
      procedures.tokens.remove(token);
      expect(closed == 0, "close", closed);
    }
  }
}
