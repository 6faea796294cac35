package org.ioproc.model;

import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;
import static org.ioproc.model.Mismatch.compare;
import static org.ioproc.model.Mismatch.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A manager's file and its model. After a failure that the procedure has caused, the program uses a
 * healthy procedure until it knows its position again.
 *
 * @param path the path of an ordinary file
 */
record ModelledFile(
    Setting setting, TestedFile file, FaultyProcedure procedure, Path path, Model model) {

  /** Returns whether a call failed. It must not fail unless the procedure has failed. */
  boolean hasFailed(boolean failed, Object result) {
    boolean reason = procedure.takeFailed();
    require(!failed || reason, "fails with %s, although the procedure has not failed", result);
    return failed;
  }

  /** Returns what mmioGetInfo shows, which must have the model's position. */
  Look look() {
    Look look = file.look();
    require(
        look.position() == model.position(),
        "is at %s, not %s: %s",
        look.position(),
        model.position(),
        look);
    return look;
  }

  /** Seeks to the model's position. */
  void seekBack() {
    int reached = file.seek(model.position(), SEEK_SET);
    require(reached == model.position(), "seeks back to %s", reached);
  }

  byte[] stored() throws IOException {
    return setting.kind().isCustom() ? procedure.content() : Files.readAllBytes(path);
  }

  void compareStored(String when) throws IOException {
    if (!setting.kind().isMemory()) {
      compare(stored(), model.bytes(), when);
    }
  }

  /** Returns whether the file is in memory that cannot grow. */
  boolean isFixed() {
    return setting.kind() == Setting.Kind.MEMORY;
  }
}
