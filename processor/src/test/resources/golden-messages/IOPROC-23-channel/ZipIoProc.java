package com.example;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

@IoProc("ZIP")
class ZipIoProc {

  @OnOpen
  ReadableByteChannel open(OpenRequest request) throws IOException {
    return Channels.newChannel(URI.create(request.rawName()).toURL().openStream());
  }
}
