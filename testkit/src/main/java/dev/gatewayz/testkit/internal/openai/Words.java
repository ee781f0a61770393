package dev.gatewayz.testkit.internal.openai;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What can be told about a text without understanding it. */
public final class Words {
  private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");
  private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+[.!?]?");
  private static final Pattern BOUNDARY = Pattern.compile("(?<=\\S)(?=\\s)");
  private static final int LONGEST_QUOTE = 200;

  /** Long words that say nothing. */
  private static final Set<String> COMMON =
      Set.of(
          "about",
          "above",
          "after",
          "again",
          "against",
          "answer",
          "because",
          "before",
          "being",
          "below",
          "between",
          "could",
          "doing",
          "every",
          "first",
          "following",
          "however",
          "means",
          "might",
          "other",
          "please",
          "question",
          "shall",
          "should",
          "since",
          "still",
          "summarise",
          "summarize",
          "their",
          "theirs",
          "there",
          "these",
          "thing",
          "things",
          "those",
          "through",
          "under",
          "until",
          "where",
          "whether",
          "which",
          "while",
          "whose",
          "within",
          "without",
          "would",
          "write",
          "years",
          "yours");

  private Words() {}

  /** The text in pieces that each end where a word ends; put together they are the text. */
  public static List<String> pieces(String text) {
    return text.isEmpty() ? List.of() : List.of(BOUNDARY.split(text));
  }

  /** The words that come up most, in lower case, at most {@code limit}. */
  static List<String> keywords(String text, int limit) {
    Map<String, Long> counts = new LinkedHashMap<>();
    WORD.matcher(text)
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .filter(word -> !COMMON.contains(word))
        .forEach(word -> counts.merge(word, 1L, Long::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The sentence that holds most of these words, shortened if it is long; the first of equals. */
  static String sentenceAbout(String text, List<String> keywords) {
    String best = "";
    long most = -1;
    for (MatchResult match : SENTENCE.matcher(text).results().toList()) {
      String sentence = match.group().strip();
      String lower = sentence.toLowerCase(Locale.ROOT);
      long held = keywords.stream().filter(lower::contains).count();
      if (held > most && !sentence.isEmpty()) {
        best = sentence;
        most = held;
      }
    }
    return best.length() <= LONGEST_QUOTE ? best : Tokens.limit(best, LONGEST_QUOTE / 4) + "…";
  }
}
