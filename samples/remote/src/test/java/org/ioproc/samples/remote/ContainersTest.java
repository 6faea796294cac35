package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads shortcuts and descriptions of buckets, and finds elements below them. */
final class ContainersTest {

  private static final String BEGIN = "[InternetShortcut]\r\n";

  @TempDir Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("songs.x"), content);
  }

  private URI shortcut(String text, Charset charset) throws IOException {
    return UrlShortcut.read(file(text.getBytes(charset)));
  }

  private URI shortcut(String text) throws IOException {
    return shortcut(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "URL=http://x/a, http://x/a/",
    "URL=http://x, http://x/",
    "URL=HTTPS://x:8080/a/, HTTPS://x:8080/a/",
    "url = http://x/ , http://x/",
    "URL=http://x/a/../b/./c, http://x/b/c/",
    "URL=http://x/%41%2F, http://x/%41%2F/",
    "URL=http://[::1]:80/, http://[::1]:80/",
  })
  void theAddressInAShortcutEndsWithASlash(String line, String address) throws IOException {
    assertThat(shortcut(BEGIN + line + "\r\n").toString()).isEqualTo(address);
  }

  /** Windows writes more lines and sections than one. */
  @Test
  void otherLinesOfAShortcutAreIgnored() throws IOException {
    String text =
        """
        [DEFAULT]
        BASEURL=http://wrong/
        URL=http://wrong/

        [internetshortcut]
        IDList=
        URL=http://right/
        URL=http://wrong/
        IconIndex=0
        [{000214A0-0000-0000-C000-000000000046}]
        Prop3=19,2
        """;
    assertThat(shortcut(text).toString()).isEqualTo("http://right/");
    assertThat(shortcut(text.replace("\n", "\r\n")).toString()).isEqualTo("http://right/");
  }

  @Test
  void aShortcutMayBeInUnicodeOrTheCodePageOfWindows() throws IOException {
    String text = BEGIN + "URL=http://x/é/\r\n";
    for (String charset : new String[] {"UTF-8", "windows-1252"}) {
      assertThat(shortcut(text, Charset.forName(charset)).toString()).isEqualTo("http://x/é/");
    }
    for (String charset : new String[] {"UTF-8", "UTF-16LE"}) {
      URI address = shortcut('\uFEFF' + text, Charset.forName(charset));
      assertThat(address.toString()).isEqualTo("http://x/é/");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "URL=http://x/",
        BEGIN,
        BEGIN + "URL=",
        BEGIN + "URL=x/y",
        BEGIN + "URL=file:///c:/sounds/",
        BEGIN + "URL=ftp://x/",
        BEGIN + "URL=http:///a",
        BEGIN + "URL=http://x/a b",
        BEGIN + "URL=http://me:secret@x/",
        BEGIN + "URL=http://x/?a=b",
        BEGIN + "URL=http://x/#a",
        BEGIN + "URL=http://x/%zz",
        "[Other]\r\nURL=http://x/",
      })
  void anUnusableShortcutIsRefused(String text) {
    MmioException failure = assertThrows(MmioException.class, () -> shortcut(text));
    assertThat(failure.error()).isEqualTo(MmioError.INVALID_FILE);
    assertThat(failure).hasMessageThat().contains("songs.x is not an Internet shortcut");
    assertThat(failure).hasMessageThat().doesNotContain("secret");
  }

  @Test
  void aLargeFileIsNoShortcut() throws IOException {
    Path large = file(new byte[1 << 20]);
    assertThrows(MmioException.class, () -> UrlShortcut.read(large));
    assertThrows(MmioException.class, () -> Bucket.read(large));
  }

  @ParameterizedTest
  @CsvSource({
    "a.wav, http://x/s/a.wav",
    "folder/a.wav, http://x/s/folder/a.wav",
    "folder\\a.wav, http://x/s/folder/a.wav",
    "/a.wav, http://x/s/a.wav",
    "//evil/a.wav, http://x/s/evil/a.wav",
    "\\\\evil\\a.wav, http://x/s/evil/a.wav",
    "http://evil/a.wav, http://x/s/http:/evil/a.wav",
    "a?b#c%2f.wav, http://x/s/a%3Fb%23c%252f.wav",
    "%2e%2e/a.wav, http://x/s/%252e%252e/a.wav",
    "Łódź & co.wav, http://x/s/%C5%81%C3%B3d%C5%BA%20&%20co.wav",
    "...wav, http://x/s/...wav",
    "a:b@c.wav, http://x/s/a:b@c.wav",
  })
  void anElementIsBelowTheAddress(String element, String address) throws MmioException {
    String path = ElementPath.of(new MmioName("songs.url", element));
    assertThat(ElementPath.below(URI.create("http://x/s/"), path).toString()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "../a.wav, ACCESS_DENIED",
    "a/../../b.wav, ACCESS_DENIED",
    "..\\a.wav, ACCESS_DENIED",
    "./a.wav, ACCESS_DENIED",
    "a/.., ACCESS_DENIED",
    "/, FILE_NOT_FOUND",
    "a/, FILE_NOT_FOUND",
    "a\\, FILE_NOT_FOUND",
  })
  void anElementThatIsNowhereBelowIsRefused(String element, MmioError error) {
    MmioName name = new MmioName("songs.url", element);
    MmioException failure = assertThrows(MmioException.class, () -> ElementPath.of(name));
    assertThat(failure.error()).isEqualTo(error);
  }

  private Bucket bucket(String text) throws IOException {
    return Bucket.read(file(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aBucketNeedsOnlyItsName() throws IOException {
    assertThat(bucket("bucket=songs"))
        .isEqualTo(new Bucket("songs", Optional.empty(), Optional.empty(), "", Optional.empty()));
    assertThat(
            bucket(
                """
                # mine
                bucket = songs
                endpoint=http://x:8333
                region=eu-west-1
                prefix=ä/
                profile=studio
                """))
        .isEqualTo(
            new Bucket(
                "songs",
                Optional.of(URI.create("http://x:8333")),
                Optional.of("eu-west-1"),
                "ä/",
                Optional.of("studio")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "region=x",
        "bucket=",
        "bucket=a/b",
        "bucket=songs\nsecretKey=x",
        "bucket=songs\nendpoint=x",
        "bucket=songs\nendpoint=file:///x",
        "bucket=songs\nendpoint=ftp://x",
        "bucket=songs\nendpoint=http://x y",
        "bucket=songs\nendpoint=http://me:secret@x",
        "bucket=songs\nprefix=\\u12",
      })
  void anUnusableDescriptionIsRefused(String text) {
    MmioException failure = assertThrows(MmioException.class, () -> bucket(text));
    assertThat(failure.error()).isEqualTo(MmioError.INVALID_FILE);
    assertThat(failure).hasMessageThat().contains("songs.x does not describe a bucket");
  }

  @Test
  void aDescriptionMustBeText() throws IOException {
    Path file = file(new byte[] {'b', '=', (byte) 0xFF});
    MmioException failure = assertThrows(MmioException.class, () -> Bucket.read(file));
    assertThat(failure.error()).isEqualTo(MmioError.INVALID_FILE);
  }
}
