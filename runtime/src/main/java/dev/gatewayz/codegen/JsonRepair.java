package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Finds JSON in what models put around it: thoughts, a Markdown fence, the marks of a channel, a
 * sentence before, a remark after. Its form is mended by {@link LooseJson}.
 *
 * <p>Each value in braces or brackets is a candidate as a whole. What stands inside of one is none,
 * so that a part of an answer is never taken for the answer; nor is what stands in thoughts. Of
 * several, one that is called the final one is the answer. Time is linear in the length of the
 * text.
 */
final class JsonRepair {
  /** Prose has some brackets of its own; text that has more is no answer. */
  private static final int MAX_VALUES = 1_000;

  /** How often values may begin anew in thoughts that are no JSON. */
  private static final int MAX_RESTARTS = 16;

  /** As much of the words before a value as say what it is. */
  private static final int MAX_LABEL = 80;

  private static final Pattern ESCAPED = Pattern.compile("[{\\[\\s]{1,9}\\\\\"");

  /** A constant, a date or another value that is a word, as models like to show it. */
  private static final Pattern WORD =
      Pattern.compile(
          "\\*{0,3}([\\p{L}\\p{N}](?:[\\p{L}\\p{N}_:/+,.-]{0,60}[\\p{L}\\p{N}])?)\\*{0,3}\\.?");

  private static final Pattern FINAL =
      Pattern.compile("(?<!not )(?<!not the )\\bfinal\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern DRAFT = Pattern.compile("\\bdraft\\b", Pattern.CASE_INSENSITIVE);

  /**
   * A value that was found.
   *
   * @param label the words before it
   * @param end the place behind it
   * @param json the value itself
   */
  private record Value(String label, int end, String json) {
    boolean isCalled(Pattern word) {
      return word.matcher(label).find();
    }
  }

  private final String text;
  private final ThoughtMarks marks;
  private final LooseJson loose;
  private final List<Value> values = new ArrayList<>();

  /** The longest that looks like a value and is none, for it may be told what is wrong with it. */
  private String broken = "";

  private int brokenLength;
  private int at;
  private int restarts;

  /** Whether nothing but white space and marks has been met since the text or the answer began. */
  private boolean isFresh = true;

  /** Whether the text has been tried as a value behind a mark that begins thoughts. */
  private boolean isWholeTried;

  /** How many of the values stand before thoughts that do not end; -1 without such thoughts. */
  private int beforeThoughts = -1;

  private JsonRepair(String text) {
    this.text = text;
    marks = new ThoughtMarks(text);
    loose = new LooseJson(text);
  }

  /**
   * The values that may be the answer, in their order and each once; the last may be broken, and no
   * JSON then. The whole text if there are none.
   */
  static Set<String> candidates(String text) {
    JsonRepair repair = new JsonRepair(text);
    while (repair.at < text.length() && repair.values.size() <= MAX_VALUES) {
      repair.next();
    }
    Set<String> candidates = new LinkedHashSet<>();
    if (repair.values.size() <= MAX_VALUES) {
      repair.answers().forEach(value -> candidates.add(value.json));
    }
    if (repair.brokenLength > 0) {
      candidates.add(repair.broken);
    }
    if (repair.values.isEmpty()) {
      String unescaped = unescaped(text.strip());
      if (unescaped != null) {
        return Set.of(unescaped);
      }
    }
    return candidates.isEmpty() ? Set.of(text.strip()) : candidates;
  }

  /** JSON that was escaped to be put into a string, and was not; {@code null} if this is none. */
  private static @Nullable String unescaped(String text) {
    if (!ESCAPED.matcher(text).lookingAt()) {
      return null;
    }
    LooseJson string = new LooseJson('"' + text + '"');
    return string.read(0) && string.end() == text.length() + 2 ? inner(string.json()) : null;
  }

  private void next() {
    int after = marks.afterEnd(at);
    if (after >= 0) {
      endThoughts(after);
      return;
    }
    after = marks.afterBegin(at);
    if (after >= 0) {
      beginThoughts(after);
      return;
    }
    after = marks.afterOther(at);
    if (after >= 0) {
      at = after;
      return;
    }
    char c = text.charAt(at);
    if (c == '{' || c == '[') {
      isFresh = false;
      value();
    } else if (LooseJson.isSpace(c)) {
      at++;
    } else if (!isFresh || !scalar()) {
      isFresh = false;
      at++;
    }
  }

  /** What stands before is no answer, unless nothing else is. */
  private void endThoughts(int after) {
    at = after;
    if (marks.nextWord(after) < text.length()) {
      values.clear();
      brokenLength = 0;
      beforeThoughts = -1;
      isFresh = true;
    }
  }

  private void beginThoughts(int after) {
    if (isFresh && !isWholeTried && isWhole(after)) {
      // Thoughts that were begun and not thought.
      at = after;
      return;
    }
    int end = marks.nextEnd(after);
    if (end < text.length()) {
      int afterEnd = marks.afterEnd(end);
      at = marks.beginsAnswer() ? end : afterEnd;
      return;
    }
    if (beforeThoughts < 0 && isAtLineStart()) {
      beforeThoughts = values.size();
    }
    at = after;
  }

  private boolean isWhole(int from) {
    isWholeTried = true;
    int start = marks.nextWord(from);
    return start < text.length()
        && loose.read(start)
        && marks.nextWord(loose.end()) == text.length();
  }

  private boolean isAtLineStart() {
    int before = at - 1;
    while (before >= 0 && before >= at - MAX_LABEL && LooseJson.isSpace(text.charAt(before))) {
      if (text.charAt(before) == '\n') {
        return true;
      }
      before--;
    }
    return before < 0;
  }

  private void value() {
    int start = at;
    if (loose.read(start)) {
      at = loose.end();
      values.add(new Value(label(start), at, loose.json()));
      return;
    }
    int end = marks.nextEnd(start + 1);
    boolean isThought = end < text.length();
    if (!isThought) {
      end = bracketEnd(start);
    } else if (++restarts > MAX_RESTARTS) {
      while (marks.nextEnd(end + 1) < text.length()) {
        end = marks.nextEnd(end + 1);
      }
    }
    if (end - start > brokenLength) {
      brokenLength = end - start;
      broken = loose.broken(end);
    }
    at = end;
  }

  /** The end of what stands between the value before, if there is one, and this. */
  private String label(int start) {
    int from =
        Math.max(values.isEmpty() ? 0 : values.get(values.size() - 1).end, start - MAX_LABEL);
    return text.substring(from, start);
  }

  /** Where the brackets that open here are closed, or the text ends. */
  private int bracketEnd(int start) {
    int depth = 0;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c == '"') {
        i = stringEnd(i);
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        break;
      }
    }
    return Math.min(i, text.length());
  }

  private int stringEnd(int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  /** Takes the value that is the rest of the text, and is not in brackets; or leaves it. */
  private boolean scalar() {
    int start = at;
    if (!loose.read(start) || marks.nextWord(loose.end()) < text.length()) {
      return word(start);
    }
    at = text.length();
    String json = loose.json();
    values.add(new Value("", at, json));
    if (json.charAt(0) == '"') {
      String inner = inner(json);
      if (inner != null) {
        values.add(new Value("", at, inner));
      }
    }
    return true;
  }

  /** Takes a word that is the rest of the text for the text that it is. */
  private boolean word(int start) {
    Matcher word = WORD.matcher(text).region(start, text.length());
    if (!word.lookingAt() || marks.nextWord(word.end()) < text.length()) {
      return false;
    }
    at = text.length();
    values.add(new Value("", at, '"' + word.group(1) + '"'));
    return true;
  }

  /** The JSON that a string holds and is; {@code null} if it holds other text. */
  private static @Nullable String inner(String string) {
    String inner;
    try (JsonParser parser = Json.parser(string)) {
      parser.nextToken();
      inner = parser.getString().strip();
    }
    LooseJson loose = new LooseJson(inner);
    boolean isJson = inner.startsWith("{") || inner.startsWith("[");
    return isJson && loose.read(0) && loose.end() == inner.length() ? loose.json() : null;
  }

  /** The values without drafts. */
  private List<Value> answers() {
    List<Value> answers = values;
    if (beforeThoughts >= 0) {
      answers = new ArrayList<>(values.subList(0, beforeThoughts));
      // Thoughts that do not end are followed by nothing, or by the answer.
      if (values.size() > beforeThoughts) {
        Value last = values.get(values.size() - 1);
        if (marks.nextWord(last.end) == text.length()) {
          answers.add(last);
        }
      }
    }
    int last = answers.size() - 1;
    if (last > 0 && answers.get(last).isCalled(FINAL)) {
      boolean isOnly = answers.subList(0, last).stream().noneMatch(value -> value.isCalled(FINAL));
      return isOnly ? answers.subList(last, last + 1) : answers;
    }
    List<Value> others = answers.stream().filter(value -> !value.isCalled(DRAFT)).toList();
    return others.isEmpty() ? answers : others;
  }
}
