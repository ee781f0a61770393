package dev.gatewayz.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of an answer while it arrives, character by character. */
class SnapshotReaderTest {

  record Note(
      Optional<String> title,
      List<String> lines,
      @Nullable Integer stars,
      Set<Integer> years,
      Map<String, String> links,
      List<Note> parts,
      Optional<List<String>> more) {}

  private static Growing<Note> growing() {
    return Growing.object(SnapshotReaderTest::member, SnapshotReaderTest::note);
  }

  private static Growing<?> member(String name) {
    return switch (name) {
      case "title" -> Growing.TEXT.orNull();
      case "lines" -> Growing.list(Growing.TEXT);
      case "stars" -> Growing.whole(JsonIn::int32).orNull();
      case "years" -> Growing.set(Growing.whole(JsonIn::int32));
      case "links" -> Growing.map(Growing.TEXT);
      case "parts" -> Growing.list(growing());
      case "more" -> Growing.list(Growing.TEXT).orNull();
      default -> Growing.UNREAD;
    };
  }

  private static Note note(Known known) {
    return new Note(
        Optional.ofNullable(known.<String>get("title")),
        known.<List<String>>present("lines"),
        known.<Integer>get("stars"),
        known.<Set<Integer>>present("years"),
        known.<Map<String, String>>present("links"),
        known.<List<Note>>present("parts"),
        Optional.ofNullable(known.<List<String>>get("more")));
  }

  private static final Note NOTHING = note();

  private static Note note() {
    return new Note(
        Optional.empty(), List.of(), null, Set.of(), Map.of(), List.of(), Optional.empty());
  }

  private static SnapshotReader<Note> reader() {
    return new SnapshotReader<>(
        growing(), AnswerType.of(in -> AnswerDocument.read("{}", true, any -> NOTHING)));
  }

  /** Every value that is made of a text whose characters come one by one. */
  private static List<Note> snapshots(String text) {
    SnapshotReader<Note> reader = reader();
    List<Note> snapshots = new ArrayList<>();
    for (char c : text.toCharArray()) {
      reader.add(String.valueOf(c));
      if (reader.isNewer()) {
        snapshots.add(reader.make());
      }
    }
    return snapshots;
  }

  private static Note last(String text) {
    List<Note> snapshots = snapshots(text);
    return snapshots.isEmpty() ? NOTHING : snapshots.get(snapshots.size() - 1);
  }

  private static final String WHOLE =
      """
      Here it is: {"title": "A \\"big\\"\\n\\ud83d\\ude00\\u00e9 day 😀", "lines" : [ "one", "", "three" ],
      "unknown": {"a": [1, "]}", {"b": "\\\\"}], "c": null}, "stars": 12,
      "years": [2024, 2025], "links": {"home": "https://a.b", "": "x"},
      "parts": [{"title": "p", "lines": ["x"], "parts": [{"stars": null, "more": []}]}, {"title": null}],
      "more": ["m"]}
      """;

  @Test
  void everyValueIsABeginningOfTheNext() {
    List<Note> snapshots = snapshots(WHOLE);
    Note whole = snapshots.get(snapshots.size() - 1);

    assertThat(whole)
        .isEqualTo(
            new Note(
                Optional.of("A \"big\"\n😀é day 😀"),
                List.of("one", "", "three"),
                12,
                new LinkedHashSet<>(List.of(2024, 2025)),
                Map.of("home", "https://a.b", "", "x"),
                List.of(
                    new Note(
                        Optional.of("p"),
                        List.of("x"),
                        null,
                        Set.of(),
                        Map.of(),
                        List.of(
                            new Note(
                                Optional.empty(),
                                List.of(),
                                null,
                                Set.of(),
                                Map.of(),
                                List.of(),
                                Optional.of(List.of()))),
                        Optional.empty()),
                    note()),
                Optional.of(List.of("m"))));
    for (int i = 0; i < snapshots.size(); i++) {
      assertThat(begins(snapshots.get(i), whole)).as("%s", snapshots.get(i)).isTrue();
      if (i > 0) {
        assertThat(begins(snapshots.get(i - 1), snapshots.get(i))).isTrue();
        assertThat(snapshots.get(i)).isNotEqualTo(snapshots.get(i - 1));
      }
    }
    assertThat(snapshots.get(0).title()).contains("A");
    assertThat(snapshots).hasSizeGreaterThan(40);
  }

  private static boolean begins(Note part, Note whole) {
    return part.title().map(title -> whole.title().orElse("-").startsWith(title)).orElse(true)
        && begin(part.lines(), whole.lines())
        && (part.stars() == null || part.stars().equals(whole.stars()))
        && whole.years().containsAll(part.years())
        && part.links().keySet().stream()
            .allMatch(name -> whole.links().get(name).startsWith(part.links().get(name)))
        && partsBegin(part.parts(), whole.parts())
        && begin(part.more().orElse(List.of()), whole.more().orElse(List.of()));
  }

  private static boolean begin(List<String> part, List<String> whole) {
    int last = part.size() - 1;
    return last < 0
        || last < whole.size()
            && part.subList(0, last).equals(whole.subList(0, last))
            && whole.get(last).startsWith(part.get(last));
  }

  private static boolean partsBegin(List<Note> part, List<Note> whole) {
    int last = part.size() - 1;
    return last < 0
        || last < whole.size()
            && part.subList(0, last).equals(whole.subList(0, last))
            && begins(part.get(last), whole.get(last));
  }

  @Test
  void whatIsNotKnownIsNotShown() {
    assertThat(snapshots("{\"stars\": 12")).isEmpty();
    assertThat(snapshots("{\"stars\": 12,")).hasSize(1);
    assertThat(snapshots("{\"title\": null, \"stars\": null, \"lines\": [], ")).isEmpty();
    assertThat(snapshots("{\"more\": [")).isEmpty();
    assertThat(last("{\"more\": []").more()).contains(List.of());
    assertThat(snapshots("{\"title\": \"")).isEmpty();
    assertThat(last("{\"title\": \"\"").title()).contains("");
    assertThat(last("{\"title\": \"a\\ud83d").title()).contains("a");
    assertThat(last("{\"lines\": [\"a\", \"").lines()).containsExactly("a");
    assertThat(last("{\"parts\": [{}").parts()).containsExactly(note());
    assertThat(snapshots("{\"parts\": [{\"stars\": 1")).isEmpty();
  }

  /** What is wrong is said when all is read; until then nothing more is shown. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"lines\": [1], \"stars\": 2}",
        "\"lines\": [null], \"stars\": 2}",
        "\"lines\": null, \"stars\": 2}",
        "\"lines\": \"x\", \"stars\": 2}",
        "\"title\": \"again\", \"stars\": 2}",
        "\"links\": {\"a\": \"1\", \"a\": \"\"}, \"stars\": 2}",
        "\"stars\": 2.5, \"years\": [1]}",
        "\"stars\": [}], \"years\": [1]}",
        "'stars': 2, \"years\": [1]}",
        "\"lines\": [\"\\x\"], \"stars\": 2}",
        "\"lines\": [\"\\u12g4\"], \"stars\": 2}",
      })
  void whatDoesNotFitEndsTheSnapshots(String rest) {
    Note last = last("{\"title\": \"t\", " + rest);

    assertThat(last.title()).contains("t");
    assertThat(last.stars()).isNull();
    assertThat(last.years()).isEmpty();
  }

  @Test
  void thoughtsAndSentencesAreNoAnswer() {
    assertThat(last("<think>{\"title\": \"draft\"}</think>{\"title\": \"t\"}").title())
        .contains("t");
    assertThat(snapshots("<think>{\"title\": \"draft\"}")).isEmpty();
    assertThat(last("{\"title\": \"draft\"}</think>{\"lines\": [\"l\"]}"))
        .isEqualTo(
            new Note(
                Optional.empty(),
                List.of("l"),
                null,
                Set.of(),
                Map.of(),
                List.of(),
                Optional.empty()));
    assertThat(last("In {braces}, as told:\n```json\n{\"title\": \"t\"}\n```").title())
        .contains("t");
  }

  /** What has ended is made once, whatever comes after it. */
  @Test
  void valuesShareWhatHasEnded() {
    SnapshotReader<Note> reader = reader();
    reader.add("{\"lines\": [\"a\", \"b\"], \"title\": \"x");
    Note first = reader.make();
    reader.add("y");
    Note second = reader.make();

    assertThat(second.lines()).isSameAs(first.lines());
    assertThat(second.title()).contains("xy");
  }

  @Test
  void deeperThanAnyAnswerNothingIsShown() {
    assertThat(snapshots("{\"parts\":[".repeat(150) + "{\"stars\":1}")).isEmpty();
  }
}
