package com.example;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A tone that can be read only if its name is tone.wav. */
final class FaultyChannel implements SeekableByteChannel {

  /** More pieces than fit, so that the list need not grow. */
  private static final int PIECES = 1 << 20;

  private static final int LARGEST_PIECE = 1 << 20;

  /** What keeps the heap full. */
  private static final List<byte[]> HOARD = new ArrayList<>(PIECES);

  private static volatile boolean full;

  private final String name;
  private final ByteBuffer tone = Tone.wav(8000);

  FaultyChannel(String name) {
    this.name = name;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    fail();
    if (!tone.hasRemaining()) {
      return -1;
    }
    int count = Math.min(tone.remaining(), target.remaining());
    target.put(tone.slice(tone.position(), count));
    tone.position(tone.position() + count);
    return count;
  }

  private void fail() throws IOException {
    switch (name) {
      case "hang" -> sleep();
      case "exit" -> System.exit(3);
      case "halt" -> Runtime.getRuntime().halt(4);
      case "crash" -> crash();
      case "nonsense" -> nonsense();
      case "deep" -> deep(1);
      case "closed" -> close(FileDescriptor.out);
      case "memory" -> fill(new ArrayList<>(), LARGEST_PIECE);
      case "full" -> hoard();
      default -> {
        // This file can be read.
      }
    }
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(600_000);
    } catch (InterruptedException ended) {
      throw new IOException(ended);
    }
  }

  private static void crash() throws IOException {
    try {
      Noise.crash();
    } catch (ReflectiveOperationException missing) {
      throw new IOException(missing);
    }
  }

  /** Writes into the pipe to the program, as native code could that prints. */
  @SuppressWarnings("resource") // To close it would close the pipe.
  private static void nonsense() throws IOException {
    new FileOutputStream(FileDescriptor.out).write("This is no answer. ".repeat(9).getBytes());
  }

  private static int deep(int depth) {
    return deep(depth + 1) + 1;
  }

  /** Closes the pipe to the program. */
  private static void close(FileDescriptor descriptor) throws IOException {
    new FileOutputStream(descriptor).close();
  }

  private static void fill(List<byte[]> all, int size) {
    while (true) {
      all.add(new byte[size]);
    }
  }

  /** Leaves hardly a byte of memory to others for two seconds. */
  private static void hoard() {
    full = false;
    releaseOnceFull();
    try {
      for (int size = LARGEST_PIECE; size >= 16; size >>= 2) {
        fillQuietly(size);
      }
      fill(HOARD, LARGEST_PIECE);
    } finally {
      full = true;
    }
  }

  private static void fillQuietly(int size) {
    try {
      fill(HOARD, size);
    } catch (OutOfMemoryError tooLarge) {
      // Smaller pieces may fit.
    }
  }

  /** Starts the thread that gives the memory back, and waits until it has all that it needs. */
  private static void releaseOnceFull() {
    CountDownLatch begun = new CountDownLatch(1);
    new Thread(() -> awaitAndRelease(begun)).start();
    try {
      begun.await();
    } catch (InterruptedException early) {
      throw new IllegalStateException(early);
    }
  }

  /** Only sleeps, because waiting for another thread may take memory. */
  private static void awaitAndRelease(CountDownLatch begun) {
    try {
      begun.countDown();
      while (!full) {
        Thread.sleep(10);
      }
      Thread.sleep(2000);
    } catch (InterruptedException | OutOfMemoryError early) {
      // That will do.
    }
    HOARD.clear();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return tone.position();
  }

  @Override
  public SeekableByteChannel position(long position) {
    tone.position((int) Math.min(position, tone.limit()));
    return this;
  }

  @Override
  public long size() {
    return tone.limit();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
