package org.ioproc.samples.testing;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.ioproc.ShareMode;

/** A request to open a file, as a program would cause it. */
public record Request(String rawName, Set<OpenOption> options) implements OpenRequest {

  public static Request toRead(Object name) {
    return new Request(name.toString(), Set.of(StandardOpenOption.READ));
  }

  public static Request toWrite(Object name) {
    return new Request(name.toString(), Set.of(StandardOpenOption.WRITE));
  }

  public static Request toCreate(Object name) {
    return new Request(
        name.toString(),
        Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING));
  }

  @Override
  public Optional<MmioName> name() {
    return MmioName.find(rawName);
  }

  @Override
  public boolean reads() {
    return options.contains(StandardOpenOption.READ);
  }

  @Override
  public boolean writes() {
    return options.contains(StandardOpenOption.WRITE);
  }

  @Override
  public boolean creates() {
    return options.contains(StandardOpenOption.CREATE);
  }

  @Override
  public ShareMode shareMode() {
    return ShareMode.COMPATIBLE;
  }

  @Override
  public int flags() {
    return 0;
  }

  @Override
  public int parameter(int index) {
    return 0;
  }

  @Override
  public void result(int index, int word) {}
}
