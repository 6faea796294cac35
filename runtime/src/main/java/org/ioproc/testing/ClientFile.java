package org.ioproc.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.ioproc.MmioException;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.SeekOrigin;

/** A file that a program has open during a check. It tells the program what is asked of it. */
final class ClientFile implements AutoCloseable {

  /** The size of a large read, in bytes. */
  static final int LARGE = 65536;

  private final Program program;
  private final String name;
  private final MmioFile file;

  ClientFile(Program program, String name, MmioFile file) {
    this.program = program;
    this.name = name;
    this.file = file;
  }

  /** Returns the same file for the use by another program, which runs on another thread. */
  ClientFile usedBy(Program another) {
    return new ClientFile(another, name, file);
  }

  MmioFile file() {
    return file;
  }

  void asks(String what) {
    program.asks(what + " " + name);
  }

  void circumstances(String words) {
    program.circumstances(words);
  }

  String asked() {
    return program.asked();
  }

  long size() throws IOException {
    asks("the size of");
    return file.size();
  }

  void seek(long offset, SeekOrigin origin, long expected) throws IOException, Unexpected {
    asks("seek to " + offset + " from " + origin + " in");
    expectNumber(expected, file.seek(offset, origin));
  }

  void moveTo(long position) throws IOException {
    asks("seek to " + position + " in");
    file.position(position);
  }

  void expectNumber(long expected, long came) throws Unexpected {
    program.expect(expected == came, came + " instead of " + expected);
  }

  /** Reads at the position: fewer bytes than asked for if the file ends. */
  byte[] read(int count) throws IOException {
    byte[] bytes = new byte[count];
    return Arrays.copyOf(bytes, Math.max(0, file.read(ByteBuffer.wrap(bytes))));
  }

  /** Reads at a position, which must give what the file contains there. */
  void expect(ExpectedFile content, long position, int count) throws IOException, Unexpected {
    moveTo(position);
    expectNext(content, position, count);
  }

  /** Reads on at the position at which the file is. */
  void expectNext(ExpectedFile content, long position, int count) throws IOException, Unexpected {
    asks("read " + bytes(count) + " at position " + position + " of");
    Differences.require(program, content.part(position, count), read(count), position);
  }

  /** Reads the whole content from front to back, and its end. */
  void expectAll(ExpectedFile content) throws IOException, Unexpected {
    moveTo(0);
    for (int position = 0; position < content.size(); position += LARGE) {
      expectNext(content, position, LARGE);
    }
    expect(content, content.size(), 1);
  }

  void write(byte[] bytes) throws IOException {
    asks("write " + bytes(bytes.length) + " to");
    int unused = file.write(ByteBuffer.wrap(bytes));
  }

  void writeAt(long position, byte[] bytes) throws IOException {
    moveTo(position);
    asks("write " + bytes(bytes.length) + " at position " + position + " of");
    int unused = file.write(ByteBuffer.wrap(bytes));
  }

  static String bytes(int count) {
    return count == 1 ? "1 byte" : count + " bytes";
  }

  @Override
  public void close() throws MmioException {
    String before = program.asked();
    asks("close");
    file.close();
    program.asksAgain(before);
  }
}
