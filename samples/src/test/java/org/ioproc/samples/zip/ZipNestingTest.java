package org.ioproc.samples.zip;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.samples.testing.RawZip;
import org.ioproc.samples.testing.Reads;
import org.ioproc.samples.testing.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives in archives, and names that contain a plus. */
final class ZipNestingTest {

  @TempDir Path folder;

  private final ZipIoProc procedure = new ZipIoProc();

  private String read(String name) throws IOException {
    try (SeekableByteChannel file = procedure.open(Request.toRead(folder + "/" + name))) {
      return new String(Reads.all(file), StandardCharsets.UTF_8);
    }
  }

  /** Creates a text inside nested archives and returns the name that leads to it. */
  private String nest(int depth) throws IOException {
    byte[] content = "text".getBytes(StandardCharsets.UTF_8);
    String entry = "a.txt";
    StringBuilder name = new StringBuilder(entry);
    for (int i = 0; i < depth; i++) {
      ByteArrayOutputStream archive = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(archive)) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(content);
      }
      content = archive.toByteArray();
      entry = "z.zip";
      name.insert(0, "z.zip+");
    }
    Files.write(folder.resolve("z.zip"), content);
    return name.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 32})
  void archivesMayBeNested(int depth) throws IOException {
    assertThat(read(nest(depth))).isEqualTo("text");
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 100})
  void archivesMustNotBeNestedDeeper(int depth) throws IOException {
    String name = nest(depth);
    MmioException failure = assertThrows(MmioException.class, () -> read(name));
    assertThat(failure.error()).isEqualTo(MmioError.INVALID_FILE);
    assertThat(failure).hasMessageThat().contains("Archives can be read up to 32 deep");
  }

  /** The allocated memory shows that each archive is opened once. */
  @Test
  void theCostGrowsWithTheDepth() throws IOException {
    read(nest(4));
    long some = allocated(nest(4));
    long more = allocated(nest(12));
    assertThat(more).isLessThan(4 * some);
  }

  private long allocated(String name) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    read(name);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** The archive is the longest part that is a file; the entry is the longest name that matches. */
  @ParameterizedTest
  @CsvSource({
    "a.zip+Drum+Bass.wav, drum and bass",
    "a.zip+1+2+3.wav, sum",
    "a.zip+x+y/z+.wav, below",
    "a.zip+x+y\\z+.wav, below",
    "a.zip++, plus",
    "a.zip+in.zip+Drum+Bass.wav, inner",
    "a.zip+in.zip+t.wav, an entry as well",
    "a.zip+in+side.zip+Drum+Bass.wav, inner",
    "a.zip+in+side.zip+t.wav, track",
    "a.zip+disk.zip+t.wav, disk",
    "C++/a+b.zip+Drum+Bass.wav, drum and bass",
    "C++/a+b.zip+in+side.zip+t.wav, track"
  })
  void namesMayContainAPlus(String name, String content) throws IOException {
    createArchives();
    assertThat(read(name)).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource({
    "a.zip+Drum+Bas.wav, entry Drum+Bas.wav not in a.zip",
    "a.zip+Drum, entry Drum not in a.zip",
    "a.zip+x.zip+1+2.wav, entry x.zip not in a.zip",
    "a.zip+in+side.zip+Drum, entry Drum not in in+side.zip",
    "a.zip+x.zip+b.zip+1+2.wav, entry x.zip not in a.zip",
    "a.zip+in+side.zip+, entry  not in in+side.zip",
    "a.zip+Drum+Bass.wav+x.wav, Drum+Bass.wav is not a ZIP archive",
    "C++/missing.zip+a+b.wav, There is no archive",
  })
  void saysWhatIsMissing(String name, String message) throws IOException {
    createArchives();
    MmioException failure = assertThrows(MmioException.class, () -> read(name));
    assertThat(failure).hasMessageThat().contains(message);
  }

  @Test
  void aNameMayContainManyPluses() throws IOException {
    createArchives();
    String name = "a.zip" + "+b.zip".repeat(3000);
    MmioException failure = assertThrows(MmioException.class, () -> read(name));
    assertThat(failure).hasMessageThat().contains("entry b.zip not in a.zip");
  }

  private void createArchives() throws IOException {
    byte[] inner = new RawZip().add("Drum+Bass.wav", "inner").add("t.wav", "track").toBytes();
    byte[] outer =
        new RawZip()
            .add("Drum+Bass.wav", "drum and bass")
            .add("1+2+3.wav", "sum")
            .add("x+y/z+.wav", "below")
            .add("+", "plus")
            .add("in.zip", inner)
            .add("in+side.zip", inner)
            .add("in.zip+t.wav", "an entry as well")
            .add("disk.zip", inner)
            .toBytes();
    Files.createDirectory(folder.resolve("C++"));
    Files.write(folder.resolve("a.zip"), outer);
    Files.write(folder.resolve("C++/a+b.zip"), outer);
    Files.write(folder.resolve("a.zip+disk.zip"), new RawZip().add("t.wav", "disk").toBytes());
  }
}
