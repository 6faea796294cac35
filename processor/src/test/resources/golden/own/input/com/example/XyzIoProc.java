package com.example;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.MmioMessage;
import org.ioproc.MmioName;
import org.ioproc.OnClose;
import org.ioproc.OnDelete;
import org.ioproc.OnFlush;
import org.ioproc.OnMessage;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OnRename;
import org.ioproc.OnSize;
import org.ioproc.OnWrite;
import org.ioproc.OpenRequest;

/** Has a file type of its own, and every handler. */
@IoProc("XYZ")
public class XyzIoProc {

  /** Makes one. */
  public XyzIoProc() {}

  static final class XyzFile {}

  @OnMessage(0x8010)
  long rate(XyzFile file, MmioMessage message) {
    return message.lParam1();
  }

  @OnMessage(0x8001)
  final long title(Object file, MmioMessage message) {
    return message.memory1(4).getInt();
  }

  @OnOpen
  XyzFile open(OpenRequest request) {
    return new XyzFile();
  }

  @OnRead
  int read(XyzFile file, ByteBuffer buffer, long position) {
    return -1;
  }

  @OnWrite
  int write(XyzFile file, ByteBuffer buffer, long position) {
    int count = buffer.remaining();
    buffer.position(buffer.limit());
    return count;
  }

  @OnSize
  long size(XyzFile file) {
    return 0;
  }

  @OnFlush
  @OnClose
  void flush(XyzFile file) throws Exception {}

  @OnRename
  void rename(MmioName from, MmioName to) {}

  @OnDelete
  void delete(MmioName file) {}
}
