package org.ioproc.glue;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_RWMODE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_SHAREMODE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.ioproc.ShareMode;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.text.Printable;

/** A request to open a file, read from the parameters of an MMIOM_OPEN. */
final class OpenMessage implements OpenRequest {

  private final String rawName;
  private final int flags;
  private final int[] words = new int[3];
  private final int[] results = new int[2];

  private OpenMessage(String rawName, MmioInfo info) {
    this.rawName = rawName;
    this.flags = info.flags();
    for (int i = 0; i < words.length; i++) {
      words[i] = info.info(i);
    }
    System.arraycopy(words, 0, results, 0, results.length);
  }

  static OpenMessage of(String rawName, MmioInfo info) throws MmioException {
    OpenMessage opening = new OpenMessage(rawName, info);
    if ((opening.flags & MMIO_RWMODE) == MMIO_RWMODE) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER,
          "A file must be opened with MMIO_READ, MMIO_WRITE or MMIO_READWRITE; the flags are 0x"
              + Integer.toHexString(opening.flags)
              + ".");
    }
    return opening;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  void handBack(MmioInfo info) {
    for (int i = 0; i < results.length; i++) {
      info.info(i, results[i]);
    }
  }

  /** The name, for messages that are about an element in a container and nothing else. */
  MmioName requiredName() throws MmioException {
    return MmioName.of(rawName);
  }

  @Override
  public Optional<MmioName> name() {
    return MmioName.find(rawName);
  }

  @Override
  public String rawName() {
    return rawName;
  }

  @Override
  public boolean reads() {
    return (flags & MMIO_RWMODE) != MMIO_WRITE;
  }

  @Override
  public boolean writes() {
    return (flags & MMIO_RWMODE) != 0 || creates();
  }

  @Override
  public boolean creates() {
    return has(MMIO_CREATE);
  }

  @Override
  public Set<OpenOption> options() {
    Set<OpenOption> options = new LinkedHashSet<>();
    if (reads()) {
      options.add(StandardOpenOption.READ);
    }
    if (writes()) {
      options.add(StandardOpenOption.WRITE);
    }
    if (creates()) {
      options.add(StandardOpenOption.CREATE);
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    return Collections.unmodifiableSet(options);
  }

  @Override
  public ShareMode shareMode() {
    ShareMode[] modes = ShareMode.values();
    int mode = (flags & MMIO_SHAREMODE) >> 4;
    return mode < modes.length ? modes[mode] : ShareMode.COMPATIBLE;
  }

  @Override
  public int flags() {
    return flags;
  }

  @Override
  public int parameter(int index) {
    return words[Objects.checkIndex(index, words.length)];
  }

  @Override
  public void result(int index, int word) {
    results[Objects.checkIndex(index, results.length)] = word;
  }

  @Override
  public String toString() {
    return "OpenRequest[" + Printable.of(rawName) + ", flags 0x" + Integer.toHexString(flags) + "]";
  }
}
