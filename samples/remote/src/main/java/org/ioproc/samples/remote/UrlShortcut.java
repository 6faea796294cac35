package org.ioproc.samples.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/**
 * An Internet shortcut as Windows writes it: a text with the section {@code [InternetShortcut]} and
 * in it a line {@code URL=https://example.com/sounds/}.
 */
final class UrlShortcut {

  private static final int LARGEST = 64 * 1024;

  private UrlShortcut() {}

  /** Returns the address in a shortcut, which ends with a slash. */
  static URI read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw invalid(file, "it has more than 64 KiB");
    }
    boolean isInSection = false;
    for (String line : text(Files.readAllBytes(file)).lines().map(String::strip).toList()) {
      String folded = line.toLowerCase(Locale.ROOT);
      if (line.startsWith("[")) {
        isInSection = folded.equals("[internetshortcut]");
      } else if (isInSection && folded.matches("url\\s*=.*")) {
        return address(file, line.substring(line.indexOf('=') + 1).strip());
      }
    }
    throw invalid(file, "it has no line URL= in a section [InternetShortcut]");
  }

  /** Windows writes the code page of the system, or Unicode with a byte order mark. */
  private static String text(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static URI address(Path file, String text) throws MmioException {
    URI address = parsed(file, text);
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || address.getHost() == null) {
      throw invalid(file, "its address must begin with http:// or https:// and a server: " + text);
    }
    if (address.getRawUserInfo() != null) {
      throw invalid(file, "its address must not contain a user's name or password");
    }
    if (address.getRawQuery() != null || address.getRawFragment() != null) {
      throw invalid(file, "its address must end with a path, not with ? or #: " + text);
    }
    String path = address.getRawPath();
    return path.endsWith("/") ? address : address.resolve(path + "/");
  }

  private static URI parsed(Path file, String text) throws MmioException {
    try {
      return new URI(text).normalize();
    } catch (URISyntaxException wrong) {
      throw invalid(file, "its address is not a URL: " + wrong.getMessage());
    }
  }

  private static MmioException invalid(Path file, String why) {
    return new MmioException(
        MmioError.INVALID_FILE, file + " is not an Internet shortcut that can be used: " + why);
  }
}
