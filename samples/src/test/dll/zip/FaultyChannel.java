package com.example;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** A tone that can be read only if its name is tone.wav. */
final class FaultyChannel implements SeekableByteChannel {

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
      case "memory" -> fill();
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

  private static void fill() {
    List<byte[]> all = new ArrayList<>();
    while (true) {
      all.add(new byte[1 << 20]);
    }
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
