package dev.gatewayz.eval;

import dev.gatewayz.eval.internal.json.JsonDifference;
import dev.gatewayz.eval.internal.json.JsonTree;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The usual ways to grade an answer. What is expected comes first, as in JUnit. Each returns a
 * {@link Grade}: {@link Grade#check} asserts it, {@link Trial#grade} records it beside others.
 */
public final class Graders {
  private static final Pattern NUMBER =
      Pattern.compile("[-+\u2212]?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");

  private Graders() {}

  /**
   * {@return a grade that says whether both are equal; texts without white space around them}
   *
   * @param expected of any type, {@code null} too
   * @param answer of any type, {@code null} too
   */
  public static Grade exact(@Nullable Object expected, @Nullable Object answer) {
    Object one = expected instanceof CharSequence text ? text.toString().strip() : expected;
    Object other = answer instanceof CharSequence text ? text.toString().strip() : answer;
    boolean isEqual = Objects.deepEquals(one, other);
    return Grade.of(
            "exact",
            isEqual,
            isEqual ? "" : quoted(answer) + " where " + quoted(expected) + " was expected")
        .comparing(expected, answer);
  }

  /**
   * {@return a grade that says whether a text contains another one, in upper or lower case}
   *
   * @param part what is looked for
   * @param answer where it is looked for
   */
  public static Grade contains(String part, String answer) {
    boolean isThere = answer.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    return Grade.of(
            "contains", isThere, isThere ? "" : "the answer does not contain " + quoted(part))
        .comparing(part, answer);
  }

  /**
   * {@return a grade that says whether a number is as far from another one as allowed, at most}
   *
   * @param tolerance how far, 0 or more
   * @param expected the right number
   * @param answer the number to grade
   * @throws IllegalArgumentException if the tolerance is below zero
   */
  public static Grade within(double tolerance, double expected, double answer) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException(
          "The tolerance is " + tolerance + "; it must not be below zero.");
    }
    boolean isNear = Math.abs(expected - answer) <= tolerance;
    return Grade.of(
            "within",
            isNear,
            isNear ? "" : answer + " is not within " + tolerance + " of " + expected)
        .comparing(expected, answer);
  }

  /**
   * Grades, as {@link #within(double, double, double)} does, the only number in a text. Commas
   * group thousands, as in {@code 1,234.5}.
   *
   * @param tolerance how far, 0 or more
   * @param expected the right number
   * @param answer the text; without number, or with several, it is wrong
   * @return a grade that says whether it is near enough
   */
  public static Grade within(double tolerance, double expected, String answer) {
    List<String> numbers = NUMBER.matcher(answer).results().map(found -> found.group()).toList();
    if (numbers.size() != 1) {
      return Grade.of(
              "within",
              false,
              "the answer has " + (numbers.isEmpty() ? "no number" : "several numbers: " + numbers))
          .comparing(expected, answer);
    }
    String number = numbers.get(0).replace(",", "").replace('\u2212', '-');
    return within(tolerance, expected, new BigDecimal(number).doubleValue())
        .comparing(expected, answer);
  }

  /**
   * {@return a grade that says whether two JSON documents are equal: numbers by value, members in
   * any order}
   *
   * @param expected the right document
   * @param answer the document to grade; wrong if it is no JSON
   * @param ignored paths that do not count, as in {@code $.id}, {@code $.items[*].price} or {@code
   *     $..time}
   * @throws IllegalArgumentException if what is expected is no JSON, or a path does not begin with
   *     {@code $}
   */
  public static Grade json(String expected, String answer, String... ignored) {
    JsonDifference difference = new JsonDifference(List.of(ignored));
    Object wanted = JsonTree.parse(expected);
    String why;
    try {
      why = difference.of(wanted, JsonTree.parse(answer)).orElse("");
    } catch (IllegalArgumentException e) {
      why = String.valueOf(e.getMessage());
    }
    return Grade.of("json", why.isEmpty(), why).comparing(expected, answer);
  }

  /**
   * {@return a grade that says whether a pattern is found in a text; {@code ^} and {@code $} bind
   * it to its ends}
   *
   * @param regex in the syntax of {@link Pattern}
   * @param answer where it is looked for
   */
  public static Grade matches(String regex, String answer) {
    return matches(Pattern.compile(regex), answer);
  }

  /**
   * {@return a grade that says whether a pattern is found in a text}
   *
   * @param pattern what is looked for
   * @param answer where it is looked for
   */
  public static Grade matches(Pattern pattern, String answer) {
    Matcher matcher = pattern.matcher(answer);
    boolean isFound = matcher.find();
    return Grade.of(
            "matches", isFound, isFound ? "" : "the answer does not match " + pattern.pattern())
        .comparing(pattern.pattern(), answer);
  }

  /**
   * {@return a grade that says how far two sets agree: <em>precision</em> is the share of the
   * answer that was expected, <em>recall</em> the share of what was expected that is in the answer}
   * The score is F1, their harmonic mean. An answer without elements has precision 1.
   *
   * @param minPrecision from 0 to 1
   * @param minRecall from 0 to 1
   * @param expected what belongs there; equal elements count once
   * @param answer what is there; equal elements count once
   */
  public static Grade overlap(
      double minPrecision, double minRecall, Collection<?> expected, Collection<?> answer) {
    Set<Object> wanted = new LinkedHashSet<>(expected);
    Set<Object> found = new LinkedHashSet<>(answer);
    Set<Object> both = new LinkedHashSet<>(found);
    both.retainAll(wanted);
    double precision = found.isEmpty() ? 1 : (double) both.size() / found.size();
    double recall = wanted.isEmpty() ? 1 : (double) both.size() / wanted.size();
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    Set<Object> missing = new LinkedHashSet<>(wanted);
    missing.removeAll(both);
    found.removeAll(both);
    boolean passes = precision >= minPrecision && recall >= minRecall;
    String why =
        String.format(Locale.ROOT, "precision %.2f, recall %.2f", precision, recall)
            + (missing.isEmpty() ? "" : ", missing " + missing)
            + (found.isEmpty() ? "" : ", not expected " + found);
    Grade scored = Grade.scored("overlap", f1, 0, why);
    return (passes ? scored : Grade.scored("overlap", f1, 2, why)).comparing(expected, answer);
  }

  /**
   * {@return a grade that says what a judge says, as the prompt of a {@link Judge} answered it}
   *
   * @param name what is judged, as in {@code polite}; it has a pass rate of its own in the report
   * @param verdict of the judge
   */
  public static Grade judged(String name, Verdict verdict) {
    return Grade.of(name, verdict.passed(), verdict.reason());
  }

  private static String quoted(@Nullable Object value) {
    return value instanceof CharSequence ? "\"" + value + "\"" : String.valueOf(value);
  }
}
