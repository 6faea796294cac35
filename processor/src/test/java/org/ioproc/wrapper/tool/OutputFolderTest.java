package org.ioproc.wrapper.tool;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ioproc.processor.support.Portable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = parent.resolve("new/out");
  }

  @Test
  void filesAreWrittenAndListed() throws Exception {
    replace("x64/a.dll", "1", "a.h", "2");
    assertThat(files()).containsExactly("a.h", "2", "x64/a.dll", "1", "ioproc-files.txt", list());
    assertThat(list().lines().filter(line -> !line.startsWith("#")).toList())
        .containsExactly("a.h", "x64/a.dll")
        .inOrder();
  }

  @Test
  void theNextRunReplacesFilesAndDeletesThoseItDoesNotWrite() throws Exception {
    replace("x64/a.dll", "1", "x64/lib/b.jar", "1", "x86/a.dll", "1", "a.h", "1");
    replace("x64/a.dll", "2", "a.h", "2");
    assertThat(files()).containsExactly("a.h", "2", "x64/a.dll", "2", "ioproc-files.txt", list());
    assertThat(Files.exists(folder.resolve("x86"))).isFalse();
    assertThat(Files.exists(folder.resolve("x64/lib"))).isFalse();
  }

  @Test
  void filesOfOthersStay() throws Exception {
    replace("x86/a.dll", "1");
    write("x86/a.vmoptions", "-Xmx1g");
    replace("x64/a.dll", "1");
    assertThat(files()).containsEntry("x86/a.vmoptions", "-Xmx1g");
    assertThat(files()).doesNotContainKey("x86/a.dll");
  }

  @Test
  void filesOfOthersAreNotReplaced() throws Exception {
    write("README.md", "mine");
    assertFails(
        "The tool replaces only files that it wrote. %s comes from elsewhere. Delete it, or choose"
            + " another --output.",
        "README.md", "README.md", "yours");
    assertThat(files()).containsExactly("README.md", "mine");
  }

  @Test
  void aListOfOthersIsNotReplaced() throws Exception {
    write("ioproc-files.txt", "a.h\n");
    write("a.h", "mine");
    assertFails(
        "The tool replaces only files that it wrote. %s comes from elsewhere. Delete it, or choose"
            + " another --output.",
        "a.h", "a.h", "yours");
  }

  @Test
  void aListDoesNotLeadOutOfTheFolder() throws Exception {
    replace("a.h", "1");
    Path outside = Files.writeString(parent.resolve("outside"), "");
    String lines = "../../outside\n" + outside + "\nx/../../../outside\n..\\outside\n";
    Files.writeString(folder.resolve("ioproc-files.txt"), list() + lines);
    replace("a.h", "2");
    assertThat(Files.exists(outside)).isTrue();
  }

  @Test
  void linksAreNotFollowed() throws Exception {
    replace("x86/a.dll", "1", "x64/a.dll", "1");
    Path elsewhere = Files.move(folder.resolve("x86"), parent.resolve("elsewhere"));
    createLink(folder.resolve("x86"), elsewhere);
    assertFails(
        "%s must be a folder, but it is a file or a link. Delete it, or choose another --output.",
        "x86", "x86/a.dll", "2");
    replace("x64/a.dll", "3");
    assertThat(Files.readString(elsewhere.resolve("a.dll"))).isEqualTo("1");
  }

  @Test
  void theFolderItselfMayBeALink() throws Exception {
    Path real = Files.createDirectories(parent.resolve("real"));
    Files.createDirectories(folder.getParent());
    createLink(folder, real);
    replace("a.h", "1");
    assertThat(Files.readString(real.resolve("a.h"))).isEqualTo("1");
  }

  @Test
  void aLinkInAFilesPlaceIsReplaced() throws Exception {
    replace("a.h", "1");
    Path target = Files.move(folder.resolve("a.h"), parent.resolve("target"));
    createLink(folder.resolve("a.h"), target);
    replace("a.h", "2");
    assertThat(Files.isSymbolicLink(folder.resolve("a.h"))).isFalse();
    assertThat(Files.readString(target)).isEqualTo("1");
  }

  @Test
  void aFolderInAFilesPlaceIsRefused() throws Exception {
    Files.createDirectories(folder.resolve("a.h"));
    assertFails(
        "%s must be a file, but it is a folder. Delete it, or choose another --output.",
        "a.h", "a.h", "1");
  }

  @Test
  void filesThatStayTheSameAreNotTouched() throws Exception {
    replace("a.h", "1", "b.h", "1");
    FileTime time = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(folder.resolve("a.h"), time);
    replace("a.h", "1", "b.h", "2");
    assertThat(Files.getLastModifiedTime(folder.resolve("a.h"))).isEqualTo(time);
  }

  @Test
  void aFailureWhileWritingChangesNothing() throws Exception {
    replace("a.h", "1", "x86/a.dll", "1");
    Map<String, String> before = files();
    SortedMap<String, Content> contents = contents("a.h", "2", "b.h", "2");
    contents.put(
        "c.h",
        target -> {
          target.write(1);
          throw new IOException("No space left on device");
        });
    assertThrows(IOException.class, () -> new OutputFolder(folder).replace(contents));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aFailureWhileMovingChangesNothing() throws Exception {
    replace("a.h", "1", "m/a.h", "1", "stale.h", "1");
    Map<String, String> before = files();
    SortedMap<String, Content> contents = contents("a.h", "2", "b.h", "2", "n/b.h", "2");
    // Writing the last content puts a file where its folder must be.
    contents.put("z/a.h", target -> write("z", ""));
    WrapException failure =
        assertThrows(WrapException.class, () -> new OutputFolder(folder).replace(contents));
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo(
            "%s could not be replaced: a file is in the way. Choose another --output."
                .formatted(folder.resolve("z/a.h")));
    Files.delete(folder.resolve("z"));
    assertThat(files()).isEqualTo(before);
    assertThat(Files.exists(folder.resolve("n"))).isFalse();
  }

  @Test
  void aFailureLeavesNoNewFolders() {
    SortedMap<String, Content> contents = new TreeMap<>();
    contents.put(
        "a.h",
        target -> {
          throw new IOException("No space left on device");
        });
    assertThrows(IOException.class, () -> new OutputFolder(folder).replace(contents));
    assertThat(Files.exists(parent.resolve("new"))).isFalse();
  }

  @Test
  void readOnlyFilesAreNotReplaced() throws Exception {
    replace("a.h", "1");
    assertThat(folder.resolve("a.h").toFile().setReadOnly()).isTrue();
    if (Files.isWritable(folder.resolve("a.h"))) { // root may write everywhere
      replace("a.h", "2");
      assertThat(Files.readString(folder.resolve("a.h"))).isEqualTo("2");
      return;
    }
    assertFails(
        "%s cannot be replaced: it is read-only. Make it writable, or choose another --output.",
        "a.h", "a.h", "2");
  }

  @Test
  @Tag("not-on-windows") // There Java cannot make a folder read-only.
  void rightsAreNeeded() throws Exception {
    Files.createDirectories(folder);
    assertThat(folder.toFile().setWritable(false)).isTrue();
    if (Files.isWritable(folder)) { // root may write everywhere, except in the system's folders
      folder = Path.of("/sys/ioproc");
    }
    try {
      assertThrows(IOException.class, () -> replace("a.h", "1"));
    } finally {
      assertThat(parent.resolve("new/out").toFile().setWritable(true)).isTrue();
    }
  }

  /** Skips the test if Windows does not allow the user to create links. */
  private static void createLink(Path link, Path target) throws IOException {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException refused) {
      assumeTrue(File.separatorChar == '/', "this user may create links");
      throw refused;
    }
  }

  private void assertFails(String message, String path, String name, String content) {
    WrapException failure = assertThrows(WrapException.class, () -> replace(name, content));
    assertThat(failure).hasMessageThat().isEqualTo(message.formatted(folder.resolve(path)));
  }

  private void replace(String... namesAndContents) throws WrapException, IOException {
    new OutputFolder(folder).replace(contents(namesAndContents));
  }

  private static SortedMap<String, Content> contents(String... namesAndContents) {
    SortedMap<String, Content> contents = new TreeMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      contents.put(namesAndContents[i], Content.of(namesAndContents[i + 1]));
    }
    return contents;
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private String list() throws IOException {
    return Files.readString(folder.resolve("ioproc-files.txt"));
  }

  /** Returns all files, so that a temporary one is noticed. */
  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = Portable.name(folder, file);
        files.put(name, Files.readString(file));
      }
    }
    return files;
  }
}
