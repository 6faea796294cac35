package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioOption;
import org.ioproc.OpenRequest;
import org.ioproc.ShareMode;
import org.ioproc.glue.OpenerGlue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The options for opening a file, their flags, and the options that the procedure sees. */
final class OpenOptionsTest {

  private static final int ALLOCBUF = 0x10000;

  /** The numbers are those of mmsystem.h. */
  @ParameterizedTest
  @CsvSource({
    "READ, 0",
    "WRITE, 1",
    "READ WRITE, 2",
    "WRITE READ, 2",
    "CREATE, 1000",
    "READ CREATE, 1000",
    "WRITE CREATE, 1001",
    "READ WRITE CREATE, 1002",
    "READ WRITE CREATE TRUNCATE_EXISTING, 1002",
    "TRUNCATE_EXISTING WRITE CREATE, 1001",
    "BUFFERED, 10000",
    "COMPATIBLE, 0",
    "EXCLUSIVE, 10",
    "DENY_WRITE, 20",
    "DENY_READ, 30",
    "DENY_NONE, 40",
    "DENY_NONE DENY_NONE READ READ, 40",
    "BUFFERED DENY_READ READ WRITE CREATE, 11032",
  })
  void optionsBecomeFlags(String options, String flags) {
    assertThat(Integer.toHexString(OpenRequest.of("", Requests.options(options)).flags()))
        .isEqualTo(flags);
  }

  @Test
  void withoutOptionsAFileIsOpenedForReading() {
    assertThat(OpenRequest.of("").flags()).isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EXCLUSIVE DENY_WRITE | A file must be opened with at most one share mode; the options \
          contain [EXCLUSIVE, DENY_WRITE]. Keep one of them.
          READ COMPATIBLE DENY_NONE | A file must be opened with at most one share mode; the \
          options contain [COMPATIBLE, DENY_NONE]. Keep one of them.
          WRITE TRUNCATE_EXISTING | TRUNCATE_EXISTING must come with CREATE, because mmio empties \
          a file only when it creates it; the options are [WRITE, TRUNCATE_EXISTING]. Add CREATE, \
          or leave out TRUNCATE_EXISTING.
          """)
  void optionsThatExcludeEachOtherAreRefused(String options, String message) {
    Mmio mmio = Mmio.newEmbedded();
    Exception refusal =
        assertThrows(
            IllegalArgumentException.class, () -> mmio.open("x", Requests.options(options)));
    assertThat(refusal).hasMessageThat().isEqualTo(message);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"READ", "WRITE", "CREATE", "TRUNCATE_EXISTING"},
      mode = EnumSource.Mode.EXCLUDE)
  void anUnsupportedOptionIsRefused(StandardOpenOption option) {
    Mmio mmio = Mmio.newEmbedded();
    Exception refusal =
        assertThrows(
            UnsupportedOperationException.class,
            () -> mmio.open("x", StandardOpenOption.WRITE, option));
    assertThat(refusal).hasMessageThat().contains("; it does not know " + option + ". ");
    assertThat(refusal).hasMessageThat().endsWith(".");
  }

  @Test
  void optionsOfFileSystemsAndNullAreRefused() {
    Mmio mmio = Mmio.newEmbedded();
    assertThrows(
        UnsupportedOperationException.class, () -> mmio.open("x", LinkOption.NOFOLLOW_LINKS));
    assertThrows(NullPointerException.class, () -> mmio.open("x", (OpenOption) null));
  }

  /** Tries every set of options. The procedure sees the program's options and the implied ones. */
  @ParameterizedTest
  @EnumSource
  void theProcedureSeesTheProgramsOptions(CallPath path) throws IOException {
    Mmio mmio = path.newManager();
    List<Set<OpenOption>> seen = new ArrayList<>();
    OpenerGlue glue =
        new OpenerGlue(
            "XYZ",
            request -> {
              seen.add(seen(request));
              throw new NoSuchFileException(request.rawName());
            });
    try (InstalledIoProc installed = mmio.install(glue)) {
      for (Set<OpenOption> asked : everySet()) {
        OpenOption[] options = asked.toArray(OpenOption[]::new);
        assertThrows(IOException.class, () -> mmio.open("a.xyz+x", options));
        assertWithMessage("%s", asked).that(seen.remove(0)).isEqualTo(effective(asked));
      }
      assertThat(installed.openFiles()).isEqualTo(0);
    }
  }

  private static List<Set<OpenOption>> everySet() {
    List<Set<OpenOption>> all = new ArrayList<>();
    for (Set<OpenOption> access :
        Sets.<OpenOption>powerSet(
            ImmutableSet.of(
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                MmioOption.BUFFERED))) {
      all.add(access);
      for (ShareMode mode : ShareMode.values()) {
        all.add(Sets.union(access, Set.of(mode)));
      }
    }
    return all;
  }

  private static Set<OpenOption> seen(OpenRequest request) {
    Set<OpenOption> seen = new HashSet<>(request.options());
    seen.add(request.shareMode());
    if ((request.flags() & ALLOCBUF) != 0) {
      seen.add(MmioOption.BUFFERED);
    }
    return seen;
  }

  private static Set<OpenOption> effective(Set<OpenOption> asked) {
    Set<OpenOption> effective = new HashSet<>(asked);
    if (asked.contains(StandardOpenOption.CREATE)) {
      effective.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    if (!asked.contains(StandardOpenOption.WRITE)) {
      effective.add(StandardOpenOption.READ);
      if (asked.contains(StandardOpenOption.CREATE)) {
        effective.add(StandardOpenOption.WRITE);
      }
    }
    if (EnumSet.allOf(ShareMode.class).stream().noneMatch(asked::contains)) {
      effective.add(ShareMode.COMPATIBLE);
    }
    return effective;
  }
}
