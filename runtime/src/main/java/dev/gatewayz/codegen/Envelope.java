package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * JSON that models put around an answer: an object whose only member says that its value is the
 * answer, a list of one object, a schema whose {@code properties} are filled in, or the call of a
 * tool that takes the answer. Whatever has more in it, or another name, is no envelope: a part of
 * an answer is not the answer. Only where the object around has nothing at all of the answer may an
 * object in it have another name, and others beside it that have nothing of it either.
 */
final class Envelope {
  private static final Set<String> NAMES =
      Set.of(
          "answer",
          "response",
          "result",
          "output",
          "data",
          "json",
          "value",
          "final",
          "final_answer");

  private static final Set<String> OF_CALL = Set.of("name", "type", "id");

  /** What else may stand beside a member that has the answer. */
  private static final Map<String, Set<String>> BESIDE =
      Map.of(
          "properties",
          Set.of("type", "required", "additionalProperties", "title", "description", "$schema"),
          "arguments",
          OF_CALL,
          "parameters",
          OF_CALL);

  /** A member with its value, if that is an object. */
  private record Member(String name, @Nullable String object) {}

  private Envelope() {}

  /** What is inside of it; {@code null} if this is none. */
  static @Nullable String inside(String json) {
    String only = insideOfOne(json);
    return only == null ? insideOfForm(json) : only;
  }

  /** The object in a form that models were taught to fill in. */
  private static @Nullable String insideOfForm(String json) {
    List<Member> members = members(json);
    for (Map.Entry<String, Set<String>> form : BESIDE.entrySet()) {
      List<Member> others =
          members.stream().filter(member -> !form.getValue().contains(member.name())).toList();
      if (others.size() == 1 && others.get(0).name().equals(form.getKey())) {
        return others.get(0).object();
      }
    }
    return null;
  }

  private static @Nullable String insideOfOne(String json) {
    try (JsonParser in = Json.parser(json)) {
      JsonToken outer = in.nextToken();
      boolean isObject = outer == JsonToken.START_OBJECT;
      if (isObject && !isNamed(in)) {
        return null;
      }
      JsonToken inner = isObject || outer == JsonToken.START_ARRAY ? in.nextToken() : null;
      if (inner == null || !(isObject || inner == JsonToken.START_OBJECT)) {
        return null;
      }
      int start = (int) in.currentTokenLocation().getCharOffset();
      String text = inner == JsonToken.VALUE_STRING ? in.getString().strip() : "";
      in.skipChildren();
      boolean isOnly =
          in.nextToken() == (isObject ? JsonToken.END_OBJECT : JsonToken.END_ARRAY)
              && in.nextToken() == null;
      if (!isOnly) {
        return null;
      }
      boolean isJsonInText = text.startsWith("{") || text.startsWith("[");
      return isJsonInText ? text : json.substring(start, json.stripTrailing().length() - 1);
    } catch (JacksonException e) {
      return null;
    }
  }

  /** The values of the members of an object that are objects. */
  static List<String> objectsInside(String json) {
    return members(json).stream().map(Member::object).filter(Objects::nonNull).toList();
  }

  /** The members of an object; none of what is no JSON. */
  private static List<Member> members(String json) {
    List<Member> members = new ArrayList<>(1);
    try (JsonParser in = Json.parser(json)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        boolean isObject = in.nextToken() == JsonToken.START_OBJECT;
        int start = (int) in.currentTokenLocation().getCharOffset();
        in.skipChildren();
        int end = (int) in.currentLocation().getCharOffset();
        members.add(new Member(name, isObject ? json.substring(start, end) : null));
      }
    } catch (JacksonException e) {
      return List.of();
    }
    return members;
  }

  private static boolean isNamed(JsonParser in) {
    return in.nextToken() == JsonToken.PROPERTY_NAME
        && NAMES.contains(in.currentName().toLowerCase(Locale.ROOT));
  }
}
