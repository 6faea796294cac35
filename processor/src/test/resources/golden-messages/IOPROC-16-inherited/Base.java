package com.example.base;

import java.nio.file.Path;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

public abstract class Base {

  @OnOpen
  protected Path open(OpenRequest request) {
    return Path.of(request.rawName());
  }
}
