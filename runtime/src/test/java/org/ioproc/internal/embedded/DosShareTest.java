package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A share belongs to a file and not to its name, which another file can take before the opening.
 */
final class DosShareTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void createFile() throws IOException {
    file = Files.writeString(folder.resolve("file"), "a");
  }

  @Test
  void aShareIdentifiesItsFile() throws IOException {
    DosShare share = DosShare.claim(file, 0);
    assertThat(share.isOf(file)).isTrue();
    Files.writeString(file, "other bytes");
    assertThat(share.isOf(folder.resolve("x/../file").normalize())).isTrue();
    Files.delete(file);
    assertThat(share.isOf(file)).isFalse();
    share.end();
    assertThrows(NoSuchFileException.class, () -> DosShare.claim(file, 0));
  }

  @Test
  @Tag("not-on-windows") // There the only key of a file is its name.
  void aShareFollowsItsFileToAnotherName() throws IOException {
    DosShare share = DosShare.claim(file, 0);
    Path other = Files.writeString(folder.resolve("other"), "b");
    Files.move(file, folder.resolve("moved"));
    Files.move(other, file);
    assertThat(share.isOf(file)).isFalse();
    assertThat(share.isOf(folder.resolve("moved"))).isTrue();
    share.end();
  }
}
