package com.example;

import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioMessage;
import org.ioproc.OnMessage;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Has one inside. */
public interface Outer {

  /** A class in an interface is public and static. */
  @IoProc("NEST")
  class Inner {

    /** Makes one. */
    public Inner() {}

    @OnOpen
    FileChannel open(OpenRequest request) throws Exception {
      return FileChannel.open(Path.of(request.rawName()), request.options());
    }

    @OnMessage(0x8000)
    long size(SeekableByteChannel file, MmioMessage message) throws Exception {
      return file.size();
    }
  }
}
