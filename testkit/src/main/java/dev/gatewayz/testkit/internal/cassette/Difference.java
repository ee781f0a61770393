package dev.gatewayz.testkit.internal.cassette;

import dev.gatewayz.testkit.internal.json.JsonText;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a request differs from a recorded one.
 *
 * @param distance 0 if they are equal, more the less they have in common
 * @param lines place by place what was recorded and what was sent
 */
public record Difference(double distance, List<String> lines) {
  private static final double ELSEWHERE = 1_000;
  private static final int MOST_PLACES = 12;
  private static final int LONGEST = 120;
  private static final int AROUND = 30;

  /** The difference of a request from a recorded one. */
  public static Difference of(Question recorded, Question sent) {
    Map<String, String> before = places(recorded);
    Map<String, String> now = places(sent);
    TreeSet<String> places = new TreeSet<>(before.keySet());
    places.addAll(now.keySet());
    double distance = 0;
    int differing = 0;
    List<String> lines = new ArrayList<>();
    for (String place : places) {
      String one = before.getOrDefault(place, "nothing");
      String other = now.getOrDefault(place, "nothing");
      if (!one.equals(other)) {
        int start = commonStart(one, other);
        int end = commonEnd(one, other, start);
        double common = (double) (start + end) / Math.max(one.length(), other.length());
        distance += place.startsWith("/") ? 1 - 0.9 * common : ELSEWHERE;
        if (++differing <= MOST_PLACES) {
          lines.add("  " + place);
          lines.add("    recorded: " + part(one, start, end));
          lines.add("    sent:     " + part(other, start, end));
        }
      }
    }
    if (differing > MOST_PLACES) {
      lines.add("  and " + (differing - MOST_PLACES) + " places more");
    }
    return new Difference(distance, lines);
  }

  private static Map<String, String> places(Question question) {
    Map<String, String> places = new TreeMap<>();
    places.put("method", question.method());
    places.put("target", question.target());
    JsonValue json = question.json().orElse(JsonValue.ABSENT);
    if (json.kind() == JsonValue.Kind.ABSENT) {
      places.put("/", question.body());
    } else {
      Texts.visit(json, (pointer, value) -> places.put(pointer, shown(value)));
    }
    return places;
  }

  private static String shown(JsonValue value) {
    return switch (value.kind()) {
      case OBJECT -> "{}";
      case LIST -> "[]";
      default -> JsonText.compact(value);
    };
  }

  private static int commonStart(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int count = 0;
    while (count < most && one.charAt(count) == other.charAt(count)) {
      count++;
    }
    return count;
  }

  private static int commonEnd(String one, String other, int start) {
    int most = Math.min(one.length(), other.length()) - start;
    int count = 0;
    while (count < most
        && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
      count++;
    }
    return count;
  }

  /** The part that differs, with a little of what is around it. */
  private static String part(String text, int start, int end) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int from = Math.max(0, start - AROUND);
    int to = Math.min(text.length(), Math.max(from, text.length() - end) + AROUND);
    int until = Math.min(to, from + LONGEST);
    return (from > 0 ? "…" : "") + text.substring(from, until) + (until < text.length() ? "…" : "");
  }
}
