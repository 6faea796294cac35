package org.ioproc.internal.beside;

import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.ioproc.glue.WrapperEntry;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.PipeTransport;
import org.ioproc.internal.transport.Transport;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.jspecify.annotations.Nullable;

/**
 * Sends the same random messages to a procedure in this process and, through the protocol, to an
 * equal one, and compares everything that a program sees.
 */
public final class RandomComparison {

  private static final int MESSAGES = 2000;
  private static final int SEEDS = 20;

  /** So often the server has to read ahead at least, or the comparison shows nothing. */
  private static final int FEWEST_AHEADS = 100;

  private static final int ROOM = 3000;
  private static final int[] FLAGS = {0, 1, 2, 3, MMIO_DELETE, MMIO_EXIST, 0x1000};
  private static final long[] WRONG_COUNTS = {
    0, -1, -2, Long.MIN_VALUE, Integer.MIN_VALUE, 1L << 31, (1L << 32) + 5, Long.MAX_VALUE
  };
  private static final String[] NAMES = {
    "a.byte+f", "a.byte+bad", "a.byte+none", "none", "a.byte+g"
  };

  private final Random random;
  private final BytesGlue here = new BytesGlue();
  private final BytesGlue there = new BytesGlue();
  private final RemoteProcedure remote;
  private final Caller direct;
  private final Caller piped;
  private int aheads;

  /** What a program sees of the last message. */
  private String seenHere = "";

  private String seenThere = "";

  private interface Message {
    long send(Caller caller) throws Exception;
  }

  private RandomComparison(long seed, Client client, Procedures procedures) {
    random = new Random(seed);
    procedures.add(1, there);
    remote = new RemoteProcedure(client, 1);
    direct = new Caller(Way.DIRECT, here);
    piped = new Caller(Way.DIRECT, (IoProcedure) remote);
  }

  /** Prints the first difference, or "no difference". */
  public static void main(String[] arguments) throws Exception {
    PipedOutputStream toServer = new PipedOutputStream();
    PipedInputStream fromClient = new PipedInputStream(toServer, 1 << 16);
    PipedOutputStream toClient = new PipedOutputStream();
    PipedInputStream fromServer = new PipedInputStream(toClient, 1 << 16);
    Pipes pipes = new Pipes(fromClient, toClient);
    Procedures procedures = new Procedures();
    new Server(pipes, PipeTransport.use(pipes), procedures, code -> {}).start();
    System.out.println(compare(new Client(fromServer, toServer), procedures));
    System.exit(0);
  }

  private static String compare(Client client, Procedures procedures) throws Exception {
    int aheads = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      RandomComparison comparison = new RandomComparison(seed, client, procedures);
      String difference = comparison.run();
      if (difference != null) {
        return "seed " + seed + ": " + difference;
      }
      aheads += comparison.aheads;
    }
    return aheads < FEWEST_AHEADS ? "read ahead only " + aheads + " times" : "no difference";
  }

  private @Nullable String run() throws Exception {
    for (int i = 0; i < MESSAGES; i++) {
      if (i % 40 == 0) {
        here.restore();
        there.restore();
      }
      String what = step();
      if (!seenHere.equals(seenThere) || !here.toString().equals(there.toString())) {
        return "message "
            + i
            + ", "
            + what
            + ": "
            + seenHere
            + " "
            + here
            + ", but through the pipe "
            + seenThere
            + " "
            + there;
      }
    }
    return null;
  }

  /** Sends a message in both ways. Returns what it is. */
  private String step() throws Exception {
    remote.ahead = random.nextBoolean() ? 0 : random.nextInt(ROOM);
    return switch (random.nextInt(12)) {
      case 0, 1 -> open(name(), FLAGS[random.nextInt(FLAGS.length)], random.nextInt());
      case 2, 3, 4 -> read(count());
      case 5 -> transfer(MMIOM_WRITE, count());
      case 6 -> transfer(MMIOM_WRITEFLUSH, count());
      case 7 -> seek(random.nextInt(8000) - 1000, random.nextInt(4));
      case 8 -> both("close", Caller::close);
      case 9 -> rename(name(), name());
      case 10 -> message(random.nextInt(3), random.nextLong());
      default -> position(random.nextInt(8) == 0 ? -random.nextInt(9) : random.nextInt(7000));
    };
  }

  private String both(String what, Message message) throws Exception {
    seenHere = seen(direct, message.send(direct), WrapperEntry.failure());
    remote.failure = null;
    seenThere = seen(piped, message.send(piped), remote.failure);
    return what;
  }

  /** Tokens differ, and so the numbers in texts about them. */
  private static String seen(Caller caller, long result, @Nullable String failure) {
    return result
        + " at "
        + caller.info.diskOffset()
        + ", words "
        + caller.info.info(0)
        + " "
        + caller.info.info(1)
        + (caller.info.info(2) == 0 ? ", closed, " : ", open, ")
        + (failure == null ? "" : failure.replaceAll("0x[0-9a-f]+", "0x"));
  }

  private String name() {
    return NAMES[random.nextInt(NAMES.length)];
  }

  private String open(String name, int flags, int word) throws Exception {
    direct.info.info(1, word);
    piped.info.info(1, word);
    return both("open " + name + " " + flags, caller -> caller.open(name, flags));
  }

  private String seek(int offset, int origin) throws Exception {
    return both("seek " + offset + " " + origin, caller -> caller.seek(offset, origin));
  }

  private String rename(String from, String to) throws Exception {
    return both("rename " + from + " " + to, caller -> caller.rename(from, to));
  }

  private String message(int kind, long parameter) throws Exception {
    int number = kind == 0 ? random.nextInt(100) + 7 : BytesGlue.NUMBERS;
    return both("message " + number, caller -> caller.send(number, parameter, 5));
  }

  private String position(int position) throws Exception {
    return both(
        "position " + position,
        caller -> {
          caller.info.diskOffset(position);
          return 0;
        });
  }

  private long count() {
    return random.nextInt(6) == 0
        ? WRONG_COUNTS[random.nextInt(WRONG_COUNTS.length)]
        : random.nextInt(ROOM);
  }

  private String transfer(int message, long count) throws Exception {
    byte[] content = new byte[ROOM];
    random.nextBytes(content);
    ByteBuffer one = ByteBuffer.allocateDirect(ROOM).put(0, content);
    ByteBuffer two = ByteBuffer.allocateDirect(ROOM).put(0, content);
    boolean missing = random.nextInt(20) == 0;
    String what =
        both(
            "transfer " + message + " of " + count + (missing ? " without a buffer" : ""),
            caller ->
                sent(caller, message, missing ? null : caller.equals(direct) ? one : two, count));
    if (!one.equals(two)) {
      seenThere += " other bytes";
    }
    return what;
  }

  private String read(long count) throws Exception {
    remote.aheadData = new byte[0];
    String what = transfer(MMIOM_READ, count);
    if (remote.aheadData.length > 0) {
      compareAhead(remote.aheadData);
    }
    return what + ", ahead " + remote.ahead;
  }

  /** The procedure in this process must answer with the same bytes. */
  private void compareAhead(byte[] ahead) {
    ByteBuffer expected = ByteBuffer.allocateDirect(ROOM);
    int position = direct.info.diskOffset();
    long read = sent(direct, MMIOM_READ, expected, ahead.length);
    direct.info.diskOffset(position);
    byte[] bytes = new byte[ahead.length];
    expected.get(bytes);
    if (read != ahead.length || !Arrays.equals(bytes, ahead)) {
      seenThere += " other bytes ahead";
    }
    aheads++;
  }

  private static long sent(Caller caller, int message, @Nullable ByteBuffer buffer, long count) {
    long address = buffer == null ? 0 : Transport.current().memory().address(buffer);
    long result = caller.send(message, address, count);
    Reference.reachabilityFence(buffer);
    return result;
  }
}
