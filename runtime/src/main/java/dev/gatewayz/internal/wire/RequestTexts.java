package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Json;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the texts in the body of a request again. */
public final class RequestTexts {
  private static final Set<String> ASKED = Set.of("messages", "input");
  private static final Set<String> WORDS = Set.of("content", "text", "arguments");

  private RequestTexts() {}

  /** The words of all messages, one after the other, for those who count tokens. */
  public static String words(byte[] body, int length) {
    return find(body, length, true);
  }

  /** All that the caller asks, data of images and files included, for those who hide it. */
  public static String all(byte[] body, int length) {
    return find(body, length, false);
  }

  private static String find(byte[] body, int length, boolean onlyWords) {
    if (length == 0 || body[0] != '{') {
      // A form with a file has no words.
      return "";
    }
    StringBuilder texts = new StringBuilder(length);
    try (JsonParser in = Json.parser(body, 0, length)) {
      boolean isAsked = false;
      int depth = 0;
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME) {
          isAsked = depth == 1 ? ASKED.contains(in.currentName()) : isAsked;
        } else if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (isAsked && token == JsonToken.VALUE_STRING) {
          if (!onlyWords || isWord(in)) {
            texts.append(in.getString()).append('\n');
          }
        }
      }
    } catch (JacksonException e) {
      // Extra members that a user wrote may be anything; what was found until there counts.
      return texts.toString();
    }
    return texts.toString();
  }

  /** Elements of an array go by the name of the array. */
  private static boolean isWord(JsonParser in) {
    String name = in.streamReadContext().inArray() ? null : in.currentName();
    return name == null ? isList(in) : WORDS.contains(name);
  }

  private static boolean isList(JsonParser in) {
    String name = in.streamReadContext().getParent().currentName();
    return name != null && (name.equals("input") || WORDS.contains(name));
  }
}
