package org.ioproc;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.MmioMessages.MMIO_ALLOCBUF;
import static org.ioproc.MmioMessages.MMIO_CREATE;
import static org.ioproc.MmioMessages.MMIO_DENYNONE;
import static org.ioproc.MmioMessages.MMIO_DENYREAD;
import static org.ioproc.MmioMessages.MMIO_DENYWRITE;
import static org.ioproc.MmioMessages.MMIO_EXCLUSIVE;
import static org.ioproc.MmioMessages.MMIO_READWRITE;
import static org.ioproc.MmioMessages.MMIO_WRITE;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Translates the options for opening a file into the flags of {@code mmioOpen}. */
final class OpenFlags {

  private static final Set<StandardOpenOption> STANDARD =
      Set.of(READ, WRITE, CREATE, TRUNCATE_EXISTING);

  private OpenFlags() {}

  static int of(OpenOption... options) {
    Set<OpenOption> all = new LinkedHashSet<>(Arrays.asList(options));
    all.forEach(OpenFlags::requireKnown);
    if (all.contains(TRUNCATE_EXISTING) && !all.contains(CREATE)) {
      throw new IllegalArgumentException(
          "TRUNCATE_EXISTING must come with CREATE, because mmio empties a file only when it"
              + " creates it; the options are "
              + all
              + ". Add CREATE, or leave out TRUNCATE_EXISTING.");
    }
    return access(all)
        | share(all)
        | (all.contains(CREATE) ? MMIO_CREATE : 0)
        | (all.contains(MmioOption.BUFFERED) ? MMIO_ALLOCBUF : 0);
  }

  /** Returns the access mode. MMIO_READ is 0, and MMIO_CREATE includes writing. */
  private static int access(Set<OpenOption> options) {
    if (!options.contains(WRITE)) {
      return 0;
    }
    return options.contains(READ) ? MMIO_READWRITE : MMIO_WRITE;
  }

  private static int share(Set<OpenOption> options) {
    List<OpenOption> modes = options.stream().filter(ShareMode.class::isInstance).toList();
    if (modes.size() > 1) {
      throw new IllegalArgumentException(
          "A file must be opened with at most one share mode; the options contain "
              + modes
              + ". Keep one of them.");
    }
    return modes.isEmpty() ? 0 : number((ShareMode) modes.get(0));
  }

  private static int number(ShareMode mode) {
    return switch (mode) {
      case COMPATIBLE -> 0;
      case EXCLUSIVE -> MMIO_EXCLUSIVE;
      case DENY_WRITE -> MMIO_DENYWRITE;
      case DENY_READ -> MMIO_DENYREAD;
      case DENY_NONE -> MMIO_DENYNONE;
    };
  }

  private static void requireKnown(OpenOption option) {
    Objects.requireNonNull(option, "option");
    boolean known =
        option instanceof StandardOpenOption standard
            ? STANDARD.contains(standard)
            : option instanceof ShareMode || option instanceof MmioOption;
    if (!known) {
      throw new UnsupportedOperationException(
          "mmio opens files with READ, WRITE, CREATE, TRUNCATE_EXISTING, a ShareMode and an"
              + " MmioOption; it does not know "
              + option
              + ". "
              + remedy(option));
    }
  }

  private static String remedy(OpenOption option) {
    if (!(option instanceof StandardOpenOption standard)) {
      return "Leave it out.";
    }
    return switch (standard) {
      case APPEND -> "Open the file with WRITE, and seek to its end.";
      case CREATE_NEW -> "Open the file with CREATE if Mmio.exists returns false.";
      case DELETE_ON_CLOSE -> "Leave it out, and call Mmio.delete once the file is closed.";
      default -> "Leave it out.";
    };
  }
}
