package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ioproc.wrapper.NativeSources;
import org.junit.jupiter.api.Test;

/** Checks that C, Java and the documentation agree about the numbers of the protocol. */
final class ProtocolTest {

  private static final Path RUNTIME = Path.of("..", "runtime");
  private static final Pattern JAVA = Pattern.compile("static final int (\\w+) = ([^;]+);");
  private static final Pattern C = Pattern.compile("(?m)^#define IOPROC_(\\w+) (.+)$");
  private static final Pattern ENUM = Pattern.compile("enum ioproc_(from|to)_java \\{(.+?)\\};");
  private static final Pattern KIND = Pattern.compile("(?m)^\\| ([A-Z]+)\\b[^|]*\\| (\\d+) \\|");

  private final String header = NativeSources.shared().get("ioproc_private.h");
  private final Map<String, Integer> c = numbers(C.matcher(header));
  private final Map<String, Integer> java;
  private final String page;

  ProtocolTest() throws IOException {
    java =
        numbers(
            JAVA.matcher(
                Files.readString(
                    RUNTIME.resolve("src/main/java/org/ioproc/internal/beside/Protocol.java"))));
    page = Files.readString(RUNTIME.resolve("PROTOCOL.md")).replaceAll("\\s+", " ");
  }

  /** Evaluates the definitions that are sums, products and shifts of numbers and of each other. */
  private static Map<String, Integer> numbers(Matcher definition) {
    Map<String, Integer> numbers = new TreeMap<>();
    while (definition.find()) {
      String text = definition.group(2).replace("IOPROC_", "").replace("Integer.BYTES", "4");
      if (text.matches("[-\\w ()+*<]+")) {
        Integer value = sum(text.replaceAll("/\\*.*", ""), numbers);
        if (value != null) {
          numbers.put(definition.group(1), value);
        }
      }
    }
    return numbers;
  }

  private static Integer sum(String text, Map<String, Integer> numbers) {
    int sum = 0;
    for (String term : text.replaceAll("[()]", "").split(" \\+ ")) {
      String[] factors = term.split(" (?=[*<])");
      Integer value = value(factors[0].strip(), numbers);
      for (int i = 1; i < factors.length && value != null; i++) {
        int operand = Integer.parseInt(factors[i].replaceAll("[*< ]", ""));
        value = factors[i].startsWith("*") ? value * operand : value << operand;
      }
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return sum;
  }

  private static Integer value(String text, Map<String, Integer> numbers) {
    if (text.equals("MAXDWORD")) {
      return -1;
    }
    return text.matches("-?\\d+") ? (Integer) Integer.parseInt(text) : numbers.get(text);
  }

  private void assertEqual(String inC, String inJava) {
    assertWithMessage(inC).that(c).containsKey(inC);
    assertWithMessage(inJava).that(java).containsEntry(inJava, c.get(inC));
  }

  @Test
  void theHeaderAgreesWithJava() {
    assertEqual("PROTOCOL", "VERSION");
    assertEqual("FRAME_HEADER", "HEADER");
    assertEqual("LARGEST_DATA", "LARGEST_DATA");
    assertEqual("LARGEST_FRAME", "LARGEST_FRAME");
    assertEqual("NO_TEXT", "NO_TEXT");
    assertEqual("LONGEST_NAME", "LONGEST_NAME");
    assertThat(java).containsEntry("LONGEST_FAILURE", c.get("TEXT") - 1);
  }

  @Test
  void theStatusesAgreeWithJava() {
    Map<String, Integer> statuses =
        numbers(C.matcher(NativeSources.shared().get("ioproc_status.h")));
    assertThat(java).containsEntry("CLASS_FAILED", statuses.get("E_CLASS"));
    assertThat(java).containsEntry("PROCEDURE_FAILED", statuses.get("E_PROCEDURE"));
  }

  /** Java must accept what the wrapper asks for ahead. */
  @Test
  void theWrapperAsksForNoMoreThanTheLimit() {
    Map<String, Integer> ahead =
        numbers(
            Pattern.compile("(?m)^#define (\\w+) (.+)$")
                .matcher(NativeSources.shared().get("ioproc_ahead.c")));
    assertThat(ahead.get("USUAL")).isGreaterThan(0);
    assertThat(ahead.get("MOST")).isAtLeast(ahead.get("USUAL"));
    assertThat(ahead.get("MOST")).isAtMost(java.get("LARGEST_AHEAD"));
    int rest = java.get("LARGEST_FRAME") - java.get("LARGEST_DATA") - java.get("LARGEST_AHEAD");
    assertThat(rest).isAtLeast(2 * 2 * java.get("LONGEST_NAME"));
  }

  @Test
  void theKindsAgree() throws IOException {
    Map<String, Integer> kinds = new TreeMap<>();
    Matcher declared = ENUM.matcher(header);
    while (declared.find()) {
      int kind = 0;
      for (String name : declared.group(2).replace("= 1", "").split(",")) {
        kind++;
        kinds.put(name.strip().replace("IOPROC_", ""), kind);
      }
    }
    assertThat(kinds).hasSize(6);
    assertThat(java).containsAtLeastEntriesIn(kinds);
    Map<String, Integer> documented =
        numbers(KIND.matcher(Files.readString(RUNTIME.resolve("PROTOCOL.md"))));
    assertThat(documented).isEqualTo(kinds);
  }

  @Test
  void thePageHasTheNumbers() {
    assertThat(page).contains("payload, at most " + java.get("LARGEST_FRAME") + " |");
    assertThat(page).contains("the protocol's version, " + java.get("VERSION") + " |");
    assertThat(page).contains("in at most " + java.get("LONGEST_FAILURE") + " units");
    assertThat(page).contains("name below " + java.get("LONGEST_NAME") + " units");
    assertThat(page).contains("at most " + java.get("LARGEST_DATA") + " bytes of the file");
    assertThat(page).contains("accepts up to " + java.get("LARGEST_AHEAD") + " bytes");
    assertThat(page).contains("0, " + java.get("CLASS_FAILED") + " if a class");
    assertThat(page).contains("or " + java.get("PROCEDURE_FAILED") + " if the constructor");
  }
}
