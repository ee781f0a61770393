package dev.gatewayz.internal.request;

import dev.gatewayz.chat.Parameters;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.Members;
import dev.gatewayz.internal.wire.RequestWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Members of a request beside model and messages, by name and in their order. Immutable. Of members
 * that are set in several places each is written once: a call's parameters count more than those of
 * its prompt, which count more than those of its client.
 */
public final class RequestMembers {
  private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";

  static final RequestMembers NONE = new RequestMembers(new String[0], new byte[0][]);

  private final String[] names;

  /** Name, colon and value of each. */
  private final byte[][] json;

  private RequestMembers(String[] names, byte[][] json) {
    this.names = names;
    this.json = json;
  }

  /**
   * Members that are written as JSON text without braces.
   *
   * @throws tools.jackson.core.JacksonException if the text is no JSON
   */
  static RequestMembers parse(String withoutBraces) {
    return of(Members.read(withoutBraces));
  }

  /** Members by name, each value as JSON text. */
  static RequestMembers of(Map<String, String> members) {
    String[] names = members.keySet().toArray(String[]::new);
    byte[][] json = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      JsonBytes name = new JsonBytes(names[i].length() + 3).string(names[i]);
      json[i] = (name + ":" + members.get(names[i])).getBytes(StandardCharsets.UTF_8);
    }
    return new RequestMembers(names, json);
  }

  /** Writes those that are not among the parameters, then the parameters, a comma before each. */
  void write(Parameters parameters, JsonBytes out) {
    writeMissing(NONE, parameters, out);
    if (!parameters.equals(Parameters.NONE)) {
      RequestWriter.parameters(parameters, out);
    }
  }

  /** Writes those that are neither among the others nor among the parameters. */
  void writeMissing(RequestMembers others, Parameters parameters, JsonBytes out) {
    boolean overridden = !parameters.equals(Parameters.NONE);
    for (int i = 0; i < names.length; i++) {
      if (!others.has(names[i]) && !(overridden && RequestWriter.sets(parameters, names[i]))) {
        out.raw(',').raw(json[i]);
      }
    }
  }

  /** Writes those that are not set elsewhere, a comma before each. */
  void writeUnless(Predicate<String> isSet, JsonBytes out) {
    for (int i = 0; i < names.length; i++) {
      if (!isSet.test(names[i])) {
        out.raw(',').raw(json[i]);
      }
    }
  }

  /** The parameters with the limit of the answer under the name that it has here. */
  Parameters named(Parameters parameters) {
    Integer limit = parameters.maxTokens();
    return limit != null && isNamed(MAX_COMPLETION_TOKENS)
        ? parameters.toBuilder().extra(MAX_COMPLETION_TOKENS, limit.toString()).build()
        : parameters;
  }

  /** The member of that name with a comma before it, {@code null} if there is none. */
  byte @Nullable [] member(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return new JsonBytes(json[i].length + 1).raw(',').raw(json[i]).toByteArray();
      }
    }
    return null;
  }

  /** All but the member of that name. */
  RequestMembers without(String name) {
    if (!has(name)) {
      return this;
    }
    List<String> otherNames = new ArrayList<>();
    List<byte[]> others = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      if (!names[i].equals(name)) {
        otherNames.add(names[i]);
        others.add(json[i]);
      }
    }
    return new RequestMembers(otherNames.toArray(String[]::new), others.toArray(byte[][]::new));
  }

  /** Whether there is a member of that name; the limit of the answer has two. */
  boolean has(String name) {
    return isNamed(name) || (name.equals(MAX_COMPLETION_TOKENS) && isNamed("max_tokens"));
  }

  private boolean isNamed(String name) {
    for (String own : names) {
      if (own.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
