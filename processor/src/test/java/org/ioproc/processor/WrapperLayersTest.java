package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ioproc.wrapper.NativeSources;
import org.junit.jupiter.api.Test;

/**
 * The layers of the wrapper's fixed sources. The private header has a section for each source, from
 * the lowest layer up. A source uses only its own section and earlier ones, so there is no cycle.
 */
final class WrapperLayersTest {

  private static final Pattern NAME = Pattern.compile("\\bioproc_\\w+\\b");
  private static final Pattern SECTION = Pattern.compile("/\\* (ioproc_\\w+\\.c): ");

  /**
   * Comments and strings, which may mention names, and characters, which may be quotation marks.
   */
  private static final Pattern NO_CODE =
      Pattern.compile("/\\*.*?\\*/|'\\\\?.'|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);

  /** The highest layer: the functions of ioproc_wrapper.h, which generated sources call. */
  private static final List<String> WITHOUT_SECTION =
      List.of("ioproc_install.c", "ioproc_exports.c", "ioproc_doctor.c");

  private final Map<String, String> files = NativeSources.shared();

  /** Each source's section of the private header, in the header's order. */
  private final Map<String, String> sections = sections(files.get("ioproc_private.h"));

  private static Map<String, String> sections(String header) {
    List<MatchResult> starts = SECTION.matcher(header).results().toList();
    Map<String, String> sections = new LinkedHashMap<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1).start() : header.length();
      sections.put(starts.get(i).group(1), header.substring(starts.get(i).start(), end));
    }
    return sections;
  }

  @Test
  void theSourcesAreListedInTheOrderOfTheirSections() {
    List<String> sources = new ArrayList<>(sections.keySet());
    sources.addAll(WITHOUT_SECTION);
    assertThat(NativeSources.FIXED_SOURCES).containsExactlyElementsIn(sources).inOrder();
  }

  @Test
  void aSourceUsesOnlyItsOwnSectionAndEarlierOnes() {
    Map<String, String> owners = new HashMap<>();
    sections.forEach((source, text) -> declared(text).forEach(name -> owners.put(name, source)));
    assertThat(owners.keySet()).containsAtLeast("ioproc_fail", "ioproc_callback", "ioproc_thread");
    for (String source : NativeSources.FIXED_SOURCES) {
      for (String name : names(files.get(source))) {
        String owner = owners.getOrDefault(name, source);
        assertWithMessage("%s uses %s of %s", source, name, owner)
            .that(floor(owner))
            .isAtMost(floor(source));
      }
    }
  }

  @Test
  void aSourceDefinesTheFunctionsOfItsSection() {
    sections.forEach(
        (source, text) ->
            assertWithMessage(source)
                .that(names(files.get(source)))
                .containsAtLeastElementsIn(functions(text)));
  }

  @Test
  void eachDeclaredFunctionIsUsedInAnotherSource() {
    sections.forEach(
        (source, text) ->
            functions(text)
                .forEach(
                    function ->
                        assertWithMessage("users of %s", function)
                            .that(users(function, source))
                            .isNotEmpty()));
  }

  private List<String> users(String function, String owner) {
    return NativeSources.FIXED_SOURCES.stream()
        .filter(source -> !source.equals(owner) && names(files.get(source)).contains(function))
        .toList();
  }

  private int floor(String source) {
    return NativeSources.FIXED_SOURCES.indexOf(source);
  }

  /** Returns the names that a section declares, without those of other sections that it uses. */
  private Set<String> declared(String section) {
    Set<String> declared = functions(section);
    declared.addAll(found("(?:^|\\n)struct (ioproc_\\w+) \\{", section));
    declared.addAll(found("\\(\\*(ioproc_\\w+)\\)\\(", section));
    declared.addAll(found("extern [^;]*\\b(ioproc_\\w+);", section));
    return declared;
  }

  private static Set<String> functions(String section) {
    return found("\\n[A-Za-z][^\\n;(]*?\\b(ioproc_\\w+)\\(", section);
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(code(text))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(String text) {
    return NAME.matcher(code(text))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String code(String text) {
    return NO_CODE.matcher(text).replaceAll(" ");
  }
}
