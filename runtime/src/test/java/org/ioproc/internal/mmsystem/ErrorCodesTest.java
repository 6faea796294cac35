package org.ioproc.internal.mmsystem;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ErrorCodesTest {

  private static final Pattern ROW =
      Pattern.compile(
          "<tr>\\s*<td>\\s*\\{@(?:link|code) ([\\w.]+)\\}\\s*</td>\\s*<td>\\s*\\{@link MmioError#(\\w+)\\}");

  @Test
  void theDocumentationContainsTheTable() throws IOException {
    String source = Files.readString(Path.of("src/main/java/org/ioproc/OnOpen.java"));
    Map<String, String> documented = new TreeMap<>();
    ROW.matcher(source.replaceAll("\\n \\*", "\n"))
        .results()
        .forEach(row -> assertThat(documented.put(row.group(1), row.group(2))).isNull());
    Map<String, String> known = new TreeMap<>();
    ErrorCodes.TABLE.forEach((type, error) -> known.put(type, error.name()));
    assertThat(documented).isEqualTo(known);
  }

  static Stream<Arguments> chains() {
    NoSuchFileException missing = new NoSuchFileException("f");
    Throwable circle = new IllegalStateException("one");
    circle.initCause(new IllegalStateException("another", circle));
    return Stream.of(
        Arguments.of(new UncheckedIOException(missing), MmioError.FILE_NOT_FOUND),
        Arguments.of(new CompletionException(missing), MmioError.FILE_NOT_FOUND),
        Arguments.of(
            new ExecutionException(new CompletionException(missing)), MmioError.FILE_NOT_FOUND),
        Arguments.of(new IOException("no index", missing), MmioError.FILE_NOT_FOUND),
        Arguments.of(
            new RuntimeException(new MmioException(MmioError.NETWORK_ERROR, "away")),
            MmioError.NETWORK_ERROR),
        Arguments.of(
            new MmioException(MmioError.INVALID_FILE, "no index", missing), MmioError.INVALID_FILE),
        Arguments.of(new NotDirectoryException("f").initCause(missing), MmioError.PATH_NOT_FOUND),
        Arguments.of(new IllegalStateException(new Exception("neither")), MmioError.CANNOT_OPEN),
        Arguments.of(circle, MmioError.CANNOT_OPEN),
        Arguments.of(new HttpConnectTimeoutException("late"), MmioError.NETWORK_ERROR),
        Arguments.of(file("Too many open files"), MmioError.TOO_MANY_OPEN_FILES),
        Arguments.of(file("Not a directory"), MmioError.PATH_NOT_FOUND),
        Arguments.of(file("Is a directory"), MmioError.ACCESS_DENIED),
        Arguments.of(
            file("The process cannot access the file because it is being used by another process."),
            MmioError.SHARING_VIOLATION),
        Arguments.of(file("Input/output error"), MmioError.CANNOT_OPEN),
        Arguments.of(file(null), MmioError.CANNOT_OPEN));
  }

  private static FileSystemException file(String reason) {
    return new FileSystemException("f", null, reason);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void theFirstFailureWithACodeDecides(Throwable failure, MmioError error) {
    assertThat(ErrorCodes.of(failure, MmioError.CANNOT_OPEN)).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({
    "0, -1, -1", // READ
    "1, -1, -1", // WRITE
    "2, -1, -1", // SEEK
    "3, 257, 259", // OPEN
    "4, 257, 260", // CLOSE
    "5, -1, -1", // WRITEFLUSH
    "6, 257, 259", // RENAME
    "32768, -1, -1" // The first of an application's messages
  })
  void onlyMessagesThatReturnErrorCodesDistinguishFailures(int message, int missing, int unknown) {
    assertThat(ErrorCodes.answer(message, new NoSuchFileException("f"))).isEqualTo(missing);
    assertThat(ErrorCodes.answer(message, new IllegalStateException())).isEqualTo(unknown);
  }
}
