package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.samples.remote.FaultyServer.head;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.samples.remote.FaultyServer.Behaviour;
import org.ioproc.samples.remote.FaultyServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds the keys for a bucket as the user's other programs do, and signs with them. */
final class SignaturesTest {

  private static final byte[] CONTENT = new byte[20 * Block.SIZE];
  private static final Behaviour GOOD = FaultyServer.serving(CONTENT, "\"1\"");

  @TempDir Path folder;

  private final Map<String, String> properties = new TreeMap<>();
  private final RemoteFiles files =
      new RemoteFiles(new Limits(64 * Block.SIZE, Duration.ofSeconds(10)));
  private FaultyServer server;

  @BeforeEach
  void forgetTheUsersKeys() throws IOException {
    set("aws.accessKeyId", "");
    set("aws.secretAccessKey", "");
    set("aws.disableEc2Metadata", "true");
    set("aws.sharedCredentialsFile", folder.resolve("credentials").toString());
    set("aws.configFile", folder.resolve("config").toString());
    server = new FaultyServer(GOOD);
  }

  @AfterEach
  void restore() throws IOException {
    server.close();
    properties.keySet().forEach(System::clearProperty);
  }

  private void set(String property, String value) {
    properties.put(property, value);
    System.setProperty(property, value);
  }

  private RemoteFile open(String lines) throws IOException {
    Path file = folder.resolve("songs.s3");
    Files.writeString(file, lines);
    return files.open(new S3Object(Bucket.read(file), "a.wav"));
  }

  private String bucket() {
    return "bucket=songs\nendpoint=" + server.endpoint() + "\n";
  }

  private Stream<String> keys() {
    return server.requests().stream()
        .map(Request::line)
        .map(line -> line.replaceAll(".*X-Amz-Credential=([^%]*)%.*", "$1"))
        .distinct();
  }

  private void readAll(RemoteFile file) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(CONTENT.length);
    while (all.hasRemaining()) {
      file.read(all);
    }
    assertThat(all.array()).isEqualTo(CONTENT);
  }

  @Test
  void aFileIsSignedOnce() throws IOException {
    set("aws.accessKeyId", "key");
    set("aws.secretAccessKey", "secret");
    try (RemoteFile file = open(bucket())) {
      set("aws.accessKeyId", "another");
      readAll(file);
    }
    assertThat(server.requests().size()).isGreaterThan(1);
    assertThat(keys()).containsExactly("key");
  }

  @Test
  void aProfileThatABucketNamesPrecedesOtherKeys() throws IOException {
    set("aws.accessKeyId", "key");
    set("aws.secretAccessKey", "secret");
    Files.writeString(
        folder.resolve("credentials"),
        "[studio]\naws_access_key_id = studio-key\naws_secret_access_key = s\n");
    open(bucket() + "profile=studio\n").close();
    assertThat(keys()).containsExactly("studio-key");
  }

  @Test
  void withoutKeysOpeningIsRefusedWithTheReason() {
    require(MmioError.ACCESS_DENIED, "Unable to load credentials", bucket());
    require(MmioError.ACCESS_DENIED, "nobody", bucket() + "profile=nobody\n");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void withoutARegionOpeningIsRefusedWithTheReason() {
    set("aws.accessKeyId", "key");
    set("aws.secretAccessKey", "secret");
    require(MmioError.ACCESS_DENIED, "region", "bucket=songs\n");
  }

  private void require(MmioError error, String text, String lines) {
    MmioException failure = assertThrows(MmioException.class, () -> open(lines));
    assertThat(failure).hasMessageThat().contains(text);
    assertThat(failure.error()).isEqualTo(error);
  }

  /** Keys that a machine lends expire before the signature does. */
  @Test
  void aRefusedSignatureIsRenewedOnce() throws IOException {
    set("aws.accessKeyId", "old");
    set("aws.secretAccessKey", "secret");
    server.behave(
        (request, out) ->
            (request.line().contains("Credential=old") && request.number() > 1
                    ? (Behaviour) SignaturesTest::refuse
                    : GOOD)
                .answer(request, out));
    try (RemoteFile file = open(bucket())) {
      set("aws.accessKeyId", "new");
      readAll(file);
    }
    assertThat(keys()).containsExactly("old", "new");
  }

  private static void refuse(Request request, OutputStream out) throws IOException {
    head(out, "403 Forbidden", "Content-Length: 0");
  }
}
