package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the content of a message: a text as a rule, the parts of one, or JSON that the server has
 * read out of the text.
 */
final class ContentReader {
  private final ChoiceFields choice;
  private final StringBuilder text = new StringBuilder();

  private ContentReader(ChoiceFields choice) {
    this.choice = choice;
  }

  /** Reads the value that begins with {@code token} into {@code choice}. */
  static void read(JsonParser in, JsonToken token, ChoiceFields choice) {
    switch (token) {
      case VALUE_STRING -> choice.content = in.getString();
      case VALUE_NULL -> choice.content = null;
      case START_ARRAY, START_OBJECT -> new ContentReader(choice).read(Json.value(in));
      default -> choice.content = in.getString();
    }
  }

  private void read(@Nullable Object value) {
    if (value instanceof List<?> parts && areParts(parts)) {
      parts.forEach(this::part);
      choice.content = text.toString();
    } else if (isPart(value)) {
      part(value);
      choice.content = text.toString();
    } else {
      choice.content = JsonValue.text(value);
    }
  }

  private static boolean areParts(List<?> values) {
    return values.stream().anyMatch(ContentReader::isPart)
        || values.stream().allMatch(value -> value == null || value instanceof String);
  }

  private static boolean isPart(@Nullable Object value) {
    return value instanceof Map<?, ?> part
        && (part.get("type") instanceof String || (part.size() == 1 && part.containsKey("text")));
  }

  private void part(@Nullable Object value) {
    if (value instanceof String words) {
      text.append(words);
    }
    if (!(value instanceof Map<?, ?> part)) {
      return;
    }
    String type = String.valueOf(part.get("type"));
    boolean isThought = type.contains("thinking") || type.contains("reasoning");
    StringBuilder thought = new StringBuilder();
    words(part.get("text"), isThought ? thought : text);
    words(part.get("thinking"), thought);
    if (!thought.isEmpty()) {
      String before = choice.unsentReasoning;
      choice.unsentReasoning = before == null ? thought.toString() : before + thought;
    }
    if (part.get("refusal") instanceof String refusal) {
      choice.refusal = refusal;
    }
  }

  /** A text, or those of a list of parts. */
  private static void words(@Nullable Object value, StringBuilder out) {
    if (value instanceof String words) {
      out.append(words);
    } else if (value instanceof List<?> parts) {
      for (Object part : parts) {
        words(part instanceof Map<?, ?> map ? map.get("text") : part, out);
      }
    }
  }
}
