package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.ShareMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of ordinary files have the system's text, and its exception as the cause. */
@ParameterizedClass
@EnumSource(CallPath.class)
final class OrdinaryFailuresTest {

  private static final long GIB = 1 << 30;

  private static final String ORDINARY =
      "\": file not found; the name has no \"+\", so mmio looked for an ordinary file"
          + " (MMIOERR_FILENOTFOUND)";

  @TempDir Path folder;

  private final Mmio mmio;
  private Path file;

  OrdinaryFailuresTest(CallPath callPath) {
    this.mmio = callPath.newManager();
  }

  @BeforeEach
  void createFile() throws IOException {
    file = Files.writeString(folder.resolve("file.txt"), "0123456789");
  }

  @Test
  void aFailedOpenIsReported() throws IOException {
    assertText(
        () -> mmio.open(name("missing")),
        "cannot open \"" + name("missing") + ORDINARY,
        NoSuchFileException.class);
    assertText(
        () -> mmio.open(name("no/file")),
        "cannot open \"" + name("no/file") + "\": path not found (MMIOERR_PATHNOTFOUND)",
        NoSuchFileException.class);
    assertText(
        () -> mmio.open(folder.toString()),
        "cannot open \"" + folder + "\": " + folder + " is a folder. (MMIOERR_ACCESSDENIED)",
        MmioException.class);
  }

  @Test
  void anEmptyNameIsReported() {
    assertText(
        () -> mmio.open(""),
        "cannot open \"\": An ordinary file must have a name; the name has no \"+\", so mmio looked"
            + " for an ordinary file (MMIOERR_FILENOTFOUND)",
        MmioException.class);
  }

  @Test
  @Tag("not-on-windows") // Windows has a different text.
  void aNameThatIsTooLongIsReported() {
    String tooLong = name("n".repeat(5000));
    assertThat(assertText(() -> mmio.open(tooLong), FileSystemException.class))
        .endsWith("\": File name too long (MMIOERR_CANNOTOPEN)");
  }

  /** Linux has files that not even root may write. */
  @Test
  void aFileThatCannotBeWrittenIsReported() {
    Path denied = Path.of("/proc/sys/kernel/osrelease");
    if (!Files.exists(denied)) {
      denied = file;
      assumeTrue(file.toFile().setReadOnly() && !Files.isWritable(file));
    }
    String name = denied.toAbsolutePath().toString(); // Otherwise errors add the drive.
    assertText(
        () -> mmio.open(name, WRITE),
        "cannot open \"" + name + "\": access denied (MMIOERR_ACCESSDENIED)",
        AccessDeniedException.class);
  }

  @Test
  void aFailedDeletionOrRenamingIsReported() throws IOException {
    assertText(
        () -> mmio.delete(name("missing")),
        "cannot delete \"" + name("missing") + ORDINARY,
        NoSuchFileException.class);
    assertText(
        () -> mmio.rename(name("missing"), name("x")),
        "cannot rename \"" + name("missing") + "\" to \"" + name("x") + ORDINARY,
        NoSuchFileException.class);
    Files.createFile(folder.resolve("other"));
    assertText(
        () -> mmio.rename(file.toString(), name("other")),
        "cannot rename \""
            + file
            + "\" to \""
            + name("other")
            + "\": access denied (MMIOERR_ACCESSDENIED)",
        FileAlreadyExistsException.class);
  }

  @Test
  void aTransferThatTheOpenModeForbidsIsReported() throws IOException {
    try (MmioFile opened = mmio.open(file.toString(), READ)) {
      assertText(
          () -> opened.write(ByteBuffer.allocate(1)),
          "cannot write 1 byte (0 were written) to \""
              + file
              + "\": it is open for reading only; open it with StandardOpenOption.READ and WRITE"
              + " (MMIOERR_CANNOTWRITE)",
          NonWritableChannelException.class);
    }
    try (MmioFile opened = mmio.open(file.toString(), WRITE)) {
      assertText(
          () -> opened.read(ByteBuffer.allocate(1)),
          "cannot read \""
              + file
              + "\": it is open for writing only; open it with StandardOpenOption.READ and WRITE"
              + " (MMIOERR_CANNOTREAD)",
          NonReadableChannelException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"READ", "BUFFERED"})
  void aFileThatIsTooLargeIsReportedWithItsSize(String options) throws IOException {
    Files.delete(file);
    try (FileChannel sparse =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      sparse.write(ByteBuffer.allocate(1), 3 * GIB - 1);
    }
    String limit = "mmio's positions end at 2147483647; the file has 3221225472 bytes.";
    try (MmioFile opened = mmio.open(file.toString(), Requests.options(options))) {
      assertText(
          opened::size,
          "cannot find the size of \"" + file + "\": " + limit + " (MMIOERR_CANNOTSEEK)",
          MmioException.class);
      assertThat(opened.seek(2 * GIB - 1, SeekOrigin.END)).isEqualTo(GIB + 1);
      assertThat(assertThrows(MmioException.class, () -> opened.position(3 * GIB)))
          .hasMessageThat()
          .contains("offset 3221225472 from START");
      opened.position(Integer.MAX_VALUE);
      assertThat(assertThrows(MmioException.class, () -> opened.seek(9, SeekOrigin.CURRENT)))
          .hasMessageThat()
          .contains("offset 9 from CURRENT");
      assertText(
          () -> opened.read(ByteBuffer.allocate(1)),
          "cannot read \"" + file + "\": " + limit + " (MMIOERR_CANNOTREAD)",
          MmioException.class);
    }
  }

  @Test
  void aWriteBeyondTheLastPositionIsReportedWithItsEnd() throws IOException {
    try (MmioFile opened = mmio.open(file.toString(), READ, WRITE)) {
      opened.position(Integer.MAX_VALUE - 1);
      assertText(
          () -> opened.write(ByteBuffer.allocate(3)),
          "cannot write 3 bytes (0 were written) to \""
              + file
              + "\": mmio's positions end at 2147483647; 3 bytes at 2147483646 would end at"
              + " 2147483649. (MMIOERR_CANNOTWRITE)",
          MmioException.class);
      assertThat(Files.size(file)).isEqualTo(10);
    }
  }

  @Test
  void aFileThatThisProcessHasOpenIsReported() throws IOException {
    try (MmioFile opened = mmio.open(file.toString(), ShareMode.EXCLUSIVE)) {
      assertThat(opened.isOpen()).isTrue();
      MmioException failure = assertThrows(MmioException.class, () -> mmio.open(file.toString()));
      assertThat(failure.error()).isEqualTo(MmioError.SHARING_VIOLATION);
      assertThat(failure).hasMessageThat().contains("close it there");
    }
  }

  private String name(String file) {
    return folder.resolve(file).toString();
  }

  static void assertText(Executable request, String text, Class<? extends Throwable> cause) {
    assertThat(assertText(request, cause)).isEqualTo(text);
  }

  static String assertText(Executable request, Class<? extends Throwable> cause) {
    MmioException failure = assertThrows(MmioException.class, request);
    assertThat(failure).hasCauseThat().isInstanceOf(cause);
    return failure.getMessage();
  }
}
