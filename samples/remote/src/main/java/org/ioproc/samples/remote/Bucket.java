package org.ioproc.samples.remote;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/**
 * What a file such as {@code songs.s3} says: a text in the format of {@link Properties}.
 *
 * @param name the line {@code bucket}
 * @param endpoint the line {@code endpoint}: the URL of a server that is not Amazon's
 * @param region the line {@code region}; by default, what the SDK finds
 * @param prefix the line {@code prefix}: what all keys begin with
 * @param profile the line {@code profile}: whose keys in the user's configuration to use
 */
record Bucket(
    String name,
    Optional<URI> endpoint,
    Optional<String> region,
    String prefix,
    Optional<String> profile) {

  private static final Set<String> KEYS =
      Set.of("bucket", "endpoint", "region", "prefix", "profile");

  static Bucket read(Path file) throws IOException {
    if (Files.size(file) > UrlShortcut.LARGEST) {
      throw invalid(file, "it has more than 64 KiB");
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IllegalArgumentException | CharacterCodingException wrong) {
      throw invalid(file, "it must be a text of lines like bucket=songs, in UTF-8");
    }
    Set<String> unknown = new TreeSet<>(lines.stringPropertyNames());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw invalid(
          file,
          "it may have the lines bucket, endpoint, region, prefix and profile, but has "
              + unknown
              + ". Secrets belong in the user's AWS configuration.");
    }
    String name = text(lines, "bucket").orElse("");
    if (!name.matches("[A-Za-z0-9._-]{3,255}")) {
      throw invalid(file, "it must name a bucket, as in bucket=songs");
    }
    return new Bucket(
        name,
        endpoint(file, lines),
        text(lines, "region"),
        text(lines, "prefix").orElse(""),
        text(lines, "profile"));
  }

  private static Optional<String> text(Properties lines, String key) {
    return Optional.ofNullable(lines.getProperty(key)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static Optional<URI> endpoint(Path file, Properties lines) throws MmioException {
    Optional<String> text = text(lines, "endpoint");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI endpoint = URI.create(text.get());
      if (Address.isServer(endpoint)) {
        return Optional.of(endpoint);
      }
    } catch (IllegalArgumentException wrong) {
      throw invalid(file, "its endpoint is not a URL: " + text.get());
    }
    throw invalid(file, "its endpoint must be a URL like http://localhost:8333");
  }

  private static MmioException invalid(Path file, String why) {
    return new MmioException(MmioError.INVALID_FILE, file + " does not describe a bucket: " + why);
  }
}
