package com.example;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Opens an ordinary file. */
@IoProc("ZIP ")
public final class ZipIoProc {

  /** Makes one. */
  public ZipIoProc() {}

  @OnOpen
  SeekableByteChannel open(OpenRequest request) throws IOException {
    return Files.newByteChannel(Path.of(request.rawName()), request.options());
  }
}
