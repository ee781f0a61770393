package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Bytes;
import dev.gatewayz.internal.json.JsonText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data of an event that was read once, as a pattern for those that follow: all of its bytes but
 * the id, the time and the text. The next event of the same stream, and of every other stream of
 * the same server and model, differs in these alone as a rule, so comparing replaces parsing.
 *
 * <p>Why it may be trusted: the event it was made of has been parsed, and the three values were
 * tokens of their own in it. Bytes that differ from it only inside these tokens, and have tokens of
 * the same kind there, parse to the same document but for these values. Whatever differs otherwise
 * does not match and is parsed.
 */
final class ChunkShape {
  private static final int MAX_SIZE = 4_096;
  private static final int MAX_DIGITS = 18;

  private enum Hole {
    ID,
    CREATED,
    TEXT
  }

  private final byte[] template;

  /** Where the holes begin and end in the template. */
  private final int[] starts;

  private final int[] ends;

  private final Hole[] holes;

  /** Which of the holes is the text. */
  private final int text;

  private final @Nullable String object;
  private final @Nullable String model;
  private final @Nullable String role;
  private final long created;
  private final @Nullable String id;
  private final int index;
  private final Map<String, String> extra;
  private final Map<String, String> extraOfChoice;

  private ChunkShape(
      byte[] template, int start, Hole[] holes, ChunkPlaces places, AnswerFields chunk) {
    this.template = template;
    this.holes = holes;
    this.text = List.of(holes).indexOf(Hole.TEXT);
    this.starts = Stream.of(holes).mapToInt(hole -> startOf(places, hole) - start).toArray();
    this.ends = Stream.of(holes).mapToInt(hole -> endOf(places, hole) - start).toArray();
    this.object = chunk.object;
    this.model = chunk.model;
    this.created = chunk.created;
    this.id = chunk.id;
    this.role = chunk.choice(0).role;
    this.index = chunk.choice(0).index;
    this.extra = chunk.extra();
    this.extraOfChoice = chunk.choice(0).unknown.toMap();
  }

  /**
   * The pattern of an event, {@code null} if it is not one of those that are worth remembering:
   * those with text for one choice and nothing else.
   *
   * @param chunk what the event says
   * @param places where it says so
   */
  static @Nullable ChunkShape of(
      byte[] bytes, int start, int end, AnswerFields chunk, ChunkPlaces places) {
    if (end - start > MAX_SIZE || places.textStart < 0 || !isPlainText(chunk)) {
      return null;
    }
    Hole[] holes =
        Stream.of(Hole.values())
            .filter(hole -> startOf(places, hole) >= 0)
            .sorted(Comparator.comparingInt(hole -> startOf(places, hole)))
            .toArray(Hole[]::new);
    return new ChunkShape(Arrays.copyOfRange(bytes, start, end), start, holes, places, chunk);
  }

  private static boolean isPlainText(AnswerFields chunk) {
    if (chunk.hasError() || chunk.choiceCount() != 1 || chunk.usage != null || chunk.cost != null) {
      return false;
    }
    ChoiceFields choice = chunk.choice(0);
    return choice.content != null
        && choice.finishReason == null
        && !choice.hasReasoning()
        && choice.refusal == null
        && choice.toolCalls.isEmpty()
        && chunk.gatewayUsage == null;
  }

  private static int startOf(ChunkPlaces places, Hole hole) {
    return switch (hole) {
      case ID -> places.idStart;
      case CREATED -> places.createdStart;
      case TEXT -> places.textStart;
    };
  }

  private static int endOf(ChunkPlaces places, Hole hole) {
    return switch (hole) {
      case ID -> places.idEnd;
      case CREATED -> places.createdEnd;
      case TEXT -> places.textEnd;
    };
  }

  /**
   * Reads data that matches.
   *
   * @param chunk gets what it says; only if it matches
   * @param knownId the id of the chunk before; {@code null} if no id is wanted
   * @return where the data ends; -1 if it does not match
   */
  int read(byte[] bytes, int start, int end, AnswerFields chunk, @Nullable String knownId) {
    // How far the data, and the template, have been looked at.
    int at = start;
    int from = 0;
    int textStart = -1;
    int textEnd = -1;
    boolean isPlain = false;
    int idStart = -1;
    int idEnd = -1;
    long time = created;
    for (int i = 0; i < holes.length; i++) {
      if (from < starts[i]) {
        int same = same(bytes, at, end, from, i <= text ? starts[text] : template.length);
        at += same;
        from += same;
      }
      if (from > ends[i]) {
        // The same value, too: whatever stands behind it was met where it was to be.
        continue;
      }
      if (from < starts[i]) {
        return -1;
      }
      int first = at - (from - starts[i]);
      from = ends[i];
      switch (holes[i]) {
        case ID -> {
          at = Bytes.endOfPlain(bytes, first, end);
          idStart = first;
          idEnd = at;
        }
        case CREATED -> {
          at = endOfDigits(bytes, first, end);
          if (at < 0) {
            return -1;
          }
          time = number(bytes, first, at);
        }
        case TEXT -> {
          int plain = Bytes.endOfPlain(bytes, first, end);
          at = JsonText.end(bytes, plain, end);
          if (at < 0) {
            return -1;
          }
          isPlain = at == plain;
          textStart = first;
          textEnd = at;
        }
      }
    }
    int rest = template.length - from;
    if (same(bytes, at, end, from, template.length) < rest) {
      return -1;
    }
    if (chunk.shape != this) {
      fill(chunk);
    }
    ChoiceFields choice = chunk.choice(0);
    choice.index = index;
    choice.content =
        isPlain
            ? JsonText.plain(bytes, textStart, textEnd)
            : JsonText.read(bytes, textStart, textEnd);
    chunk.created = time;
    chunk.id = knownId == null ? null : id(bytes, idStart, idEnd, knownId);
    return at + rest;
  }

  private @Nullable String id(byte[] bytes, int start, int end, String knownId) {
    return start < 0 ? id : JsonText.read(bytes, start, end, knownId);
  }

  /** What all chunks say that match. */
  private void fill(AnswerFields chunk) {
    chunk.clear();
    chunk.shape = this;
    chunk.object = object;
    chunk.model = model;
    chunk.hasChoices = true;
    chunk.unknown.set(extra);
    ChoiceFields choice = chunk.addChoice();
    choice.role = role;
    choice.unknown.set(extraOfChoice);
  }

  /** How many bytes are those of the template between two places. */
  private int same(byte[] bytes, int at, int end, int from, int to) {
    int length = Math.min(end - at, to - from);
    int other = Arrays.mismatch(bytes, at, at + length, template, from, from + length);
    return other < 0 ? length : other;
  }

  /** Where a whole number that fits into a {@code long} ends; -1 if there is none. */
  private static int endOfDigits(byte[] bytes, int first, int end) {
    int at = first;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    int digits = at - first;
    return digits == 0 || digits > MAX_DIGITS || (digits > 1 && bytes[first] == '0') ? -1 : at;
  }

  private static long number(byte[] bytes, int first, int end) {
    long number = 0;
    for (int i = first; i < end; i++) {
      number = number * 10 + (bytes[i] - '0');
    }
    return number;
  }
}
