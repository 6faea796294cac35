package com.example;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import org.ioproc.IoProc;
import org.ioproc.MmioMessage;
import org.ioproc.MmioName;
import org.ioproc.OnClose;
import org.ioproc.OnMessage;
import org.ioproc.OnOpen;

/** Its channels are for reading, since their names are all that it gets. */
@IoProc("LOCK")
public class LockIoProc {

  /** Creates one. */
  public LockIoProc() {}

  @OnOpen
  FileChannel open(MmioName name) throws IOException {
    return FileChannel.open(name.containerPath());
  }

  @OnClose
  void close(FileChannel file) {}

  @OnMessage(0x8001)
  long position(SeekableByteChannel file, MmioMessage message) throws IOException {
    return file.position();
  }
}
