package com.example;

import com.example.base.Base;
import org.ioproc.IoProc;
import org.ioproc.OpenRequest;

/** Inherits handlers from another package's generic class, and overrides one. */
@IoProc("LEAF")
class LeafIoProc extends Base<StringBuilder> {

  @Override
  public StringBuilder open(OpenRequest request) {
    return new StringBuilder();
  }
}
