package org.ioproc.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.samples.testing.Archives;
import org.ioproc.testing.IoProcContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmarks measure also works. */
class ContractTest {

  private static final byte[] CONTENT = Archives.content(100_003, 1);

  @Test
  void memory() {
    ByteBuffer content = ByteBuffer.wrap(CONTENT);
    IoProcContract.of(mmio -> MemoryIoProcInstaller.install(mmio, new MemoryIoProc(content)))
        .file("any.bmem+file", CONTENT)
        .opensAnyName()
        .check();
  }

  @Test
  void file(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("file"), CONTENT);
    IoProcContract.of(mmio -> FileIoProcInstaller.install(mmio, new FileIoProc(file)))
        .file("any.bfil+file", CONTENT)
        .opensAnyName()
        .check();
  }
}
