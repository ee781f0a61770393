package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Bytes;
import dev.gatewayz.internal.json.JsonText;
import java.util.Arrays;
import java.util.Comparator;
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

  /**
   * Where the constant parts begin and end in the template, in turn: one more than there are holes.
   */
  private final int[] constants;

  private final Hole[] holes;
  private final @Nullable String object;
  private final @Nullable String model;
  private final @Nullable String role;
  private final long created;
  private final @Nullable String id;
  private final int index;
  private final Map<String, String> extra;
  private final Map<String, String> extraOfChoice;

  private ChunkShape(byte[] template, int[] constants, Hole[] holes, AnswerFields chunk) {
    this.template = template;
    this.constants = constants;
    this.holes = holes;
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
    int count = holes.length;
    int[] constants = new int[2 * count + 2];
    int at = start;
    for (int i = 0; i < count; i++) {
      constants[2 * i] = at - start;
      constants[2 * i + 1] = startOf(places, holes[i]) - start;
      at = endOf(places, holes[i]);
    }
    constants[2 * count] = at - start;
    constants[2 * count + 1] = end - start;
    return new ChunkShape(Arrays.copyOfRange(bytes, start, end), constants, holes, chunk);
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
    int at = start;
    int idStart = -1;
    int idEnd = -1;
    int textStart = -1;
    int textEnd = -1;
    long time = created;
    for (int i = 0; i < holes.length; i++) {
      at = afterConstant(i, bytes, at, end);
      if (at < 0) {
        return -1;
      }
      switch (holes[i]) {
        case ID -> {
          idStart = at;
          at = Bytes.endOfPlain(bytes, at, end);
          idEnd = at;
        }
        case CREATED -> {
          int first = at;
          time = 0;
          while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            time = time * 10 + (bytes[at++] - '0');
          }
          int digits = at - first;
          if (digits == 0 || digits > MAX_DIGITS || (digits > 1 && bytes[first] == '0')) {
            return -1;
          }
        }
        case TEXT -> {
          textStart = at;
          at = JsonText.end(bytes, at, end);
          textEnd = at;
          if (at < 0) {
            return -1;
          }
        }
      }
    }
    at = afterConstant(holes.length, bytes, at, end);
    if (at >= 0) {
      chunk.clear();
      chunk.shape = this;
      chunk.object = object;
      chunk.model = model;
      chunk.created = time;
      chunk.hasChoices = true;
      chunk.unknown.set(extra);
      ChoiceFields choice = chunk.addChoice();
      choice.index = index;
      choice.role = role;
      choice.unknown.set(extraOfChoice);
      choice.content = JsonText.read(bytes, textStart, textEnd);
      if (knownId != null) {
        chunk.id = idStart < 0 ? id : JsonText.read(bytes, idStart, idEnd, knownId);
      }
    }
    return at;
  }

  /** The end of a constant part if it stands there, else -1. */
  private int afterConstant(int i, byte[] bytes, int at, int end) {
    int from = constants[2 * i];
    int to = constants[2 * i + 1];
    int stop = at + to - from;
    return stop <= end && Arrays.equals(bytes, at, stop, template, from, to) ? stop : -1;
  }
}
