package org.ioproc.shapes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.ioproc.samples.testing.Archives;
import org.ioproc.testing.IoProcContract;
import org.ioproc.testing.Promise;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the library itself does with files of each type keeps all promises. */
class ContractTest {

  private static final byte[] CONTENT = Archives.content(100_003, 1);

  @TempDir Path folder;

  private final AtomicInteger calls = new AtomicInteger();

  @BeforeEach
  void createFiles() throws IOException {
    Files.write(folder.resolve("file"), CONTENT);
    Files.createDirectory(folder.resolve("old"));
  }

  @Test
  void paths() {
    reading(
            "npth",
            mmio ->
                NamedFilesTest_NamedPathInstaller.install(
                    mmio, new NamedFilesTest.NamedPath(folder, calls)))
        .folder("any.npth+old")
        .writable("any.npth+new")
        .check();
  }

  @Test
  void channels() {
    reading(
            "nchn",
            mmio ->
                NamedFilesTest_NamedChannelInstaller.install(
                    mmio, new NamedFilesTest.NamedChannel(folder, calls)))
        .folder("any.nchn+old")
        .check();
  }

  @Test
  void streams() {
    reading(
            "nstm",
            mmio ->
                NamedFilesTest_NamedStreamInstaller.install(
                    mmio, new NamedFilesTest.NamedStream(folder, calls)))
        .check();
  }

  @Test
  void streamsOfRequests() {
    reading(
            "astm",
            mmio ->
                NamedFilesTest_RequestedStreamInstaller.install(
                    mmio, new NamedFilesTest.RequestedStream(folder, calls)))
        .check();
  }

  /** On Linux, {@code Files.readAllBytes} reports a folder without an error code. */
  @Test
  void arrays() {
    reading(
            "nbyt",
            mmio ->
                NamedFilesTest_NamedBytesInstaller.install(
                    mmio, new NamedFilesTest.NamedBytes(folder, calls)))
        .folder("any.nbyt+old")
        .except(Promise.NAMELESS_FILES)
        .check();
  }

  private static IoProcContract reading(String code, IoProcContract.Installer installer) {
    return IoProcContract.of(installer).file("any." + code + "+file", CONTENT);
  }
}
