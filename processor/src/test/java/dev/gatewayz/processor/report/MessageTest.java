package dev.gatewayz.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message has a fixture and an entry in the documentation. */
class MessageTest {
  /** Messages that need more than one file or a failing environment, and the test that has them. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("GZ1010", "ClassFilesTest"),
          Map.entry("GZ1017", "ClassFilesTest"),
          Map.entry("GZ1021", "LombokTest"),
          Map.entry("GZ2016", "ClassFilesTest"),
          Map.entry("GZ5013", "IncrementalTest"),
          Map.entry("GZ7010", "ClassFilesTest"),
          Map.entry("GZ8001", "OptionsTest"),
          Map.entry("GZ8002", "OptionsTest"),
          Map.entry("GZ8003", "OptionsTest"),
          Map.entry("GZ8004", "RuntimeFormatsTest"),
          Map.entry("GZ8005", "RuntimeFormatsTest"),
          Map.entry("GZ8006", "RuntimeFormatsTest"),
          Map.entry("GZ8007", "LockTest"),
          Map.entry("GZ8008", "LockTest"),
          Map.entry("GZ8009", "LockTest"),
          Map.entry("GZ8010", "LockTest"),
          Map.entry("GZ8011", "LockTest"),
          Map.entry("GZ9001", "FailureTest"),
          Map.entry("GZ9002", "FailureTest"));

  private static final Pattern ENTRY =
      Pattern.compile(
          "#### (GZ\\d{4}): .+?\n\n.+?\n\n```java\n.+?\n```\n\nFix: .+?\n", Pattern.DOTALL);

  @Test
  void codesAreDistinct() {
    assertThat(Stream.of(Message.values()).map(Message::code)).doesNotHaveDuplicates();
  }

  @Test
  void everyMessageHasAFixture() throws IOException {
    for (Message message : Message.values()) {
      String code = message.code();
      Path test =
          ELSEWHERE.containsKey(code)
              ? Path.of("src/test/java/dev/gatewayz/processor", ELSEWHERE.get(code) + ".java")
              : Path.of("src/test/resources/bad", code + ".java");
      assertThat(test).content().contains(code);
    }
  }

  @Test
  void everyMessageIsDocumented() throws IOException {
    String docs = Files.readString(Path.of("../docs/errors.md"));
    TreeSet<String> documented = new TreeSet<>();
    Matcher entries = ENTRY.matcher(docs);
    while (entries.find()) {
      documented.add(entries.group(1));
    }
    assertThat(documented)
        .isEqualTo(
            Arrays.stream(Message.values())
                .map(Message::code)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void onlyAsciiIsPrinted() {
    for (Message message : Message.values()) {
      assertThat(message.format("a", "b", "c", "d", "e").chars()).allMatch(c -> c < 0x7f);
    }
  }
}
