package dev.gatewayz.internal.request;

import dev.gatewayz.internal.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One way in which requests of a prompt tell the model what its answer must look like: a member,
 * words in the system message, or both. All of it is constant, so that a request that goes to a
 * model which takes another form shares all the rest. Immutable.
 */
final class AnswerForm {
  private static final byte[] NOTHING = new byte[0];

  /** The form of requests whose answer may look as it likes, or which say it themselves. */
  static final AnswerForm NONE = new AnswerForm(null, Kind.JSON_SCHEMA, NOTHING, null);

  /** The forms, from that which demands most of a model to that which all models take. */
  enum Kind {
    JSON_SCHEMA,
    JSON_OBJECT,
    PROMPT;

    /** The form that is left to a model that does not take this. */
    Kind next() {
      return this == JSON_SCHEMA ? JSON_OBJECT : PROMPT;
    }

    /** Of two forms the one that demands less. */
    Kind or(Kind other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  private final @Nullable AnswerSchema schema;
  private final Kind kind;
  private final byte[] member;
  private final byte[] appended;
  private final byte[] message;

  /**
   * A form.
   *
   * @param schema which it is a form of, {@code null} for none
   * @param member a member of the request, a comma before it; empty for none
   * @param words what the system message says, {@code null} for nothing
   */
  AnswerForm(@Nullable AnswerSchema schema, Kind kind, byte[] member, @Nullable String words) {
    this.schema = schema;
    this.kind = kind;
    this.member = member;
    if (words == null) {
      appended = NOTHING;
      message = NOTHING;
    } else {
      JsonBytes escaped = new JsonBytes(words.length() + 64).escaped(words);
      appended = ("\\n\\n" + escaped).getBytes(StandardCharsets.UTF_8);
      message =
          ("{\"role\":\"system\",\"content\":\"" + escaped + "\"},")
              .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Which it is a form of, {@code null} for none. */
  @Nullable AnswerSchema schema() {
    return schema;
  }

  Kind kind() {
    return kind;
  }

  /** The member of the request, a comma before it; empty for none. Not to be changed. */
  byte[] member() {
    return member;
  }

  /** Whether the system message says anything. */
  boolean hasWords() {
    return message.length > 0;
  }

  /** What is added to the text of a system message. Not to be changed. */
  byte[] appended() {
    return appended;
  }

  /** A system message, a comma behind it. Not to be changed. */
  byte[] message() {
    return message;
  }
}
