package dev.gatewayz.internal.request;

import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.internal.request.AnswerForm.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the answers of a prompt must look like, in each form in which models can be told. */
public final class AnswerSchema {
  /** The member of a request that says what its answer must look like. */
  static final String MEMBER = "response_format";

  /** What a model is told before the type; it says JSON, as servers demand for JSON objects. */
  private static final String DEMAND =
      "Answer with one JSON object of this type and nothing else: no Markdown, no comments. Write"
          + " every member.\n\n";

  private static final byte[] JSON_OBJECT =
      ",\"response_format\":{\"type\":\"json_object\"}".getBytes(StandardCharsets.US_ASCII);

  private final SchemaForm asked;
  private final @Nullable String words;
  private final AnswerForm whole;
  private final AnswerForm object;
  private final AnswerForm inWords;

  /**
   * A schema.
   *
   * @param asked the form that its author wants
   * @param member the member of the request that holds it, a comma before it
   * @param words what a model is told in words; {@code null} if only the member can say it
   */
  AnswerSchema(SchemaForm asked, byte[] member, @Nullable String words) {
    this.asked = asked;
    this.words = words;
    this.whole = new AnswerForm(this, Kind.JSON_SCHEMA, member, null);
    this.object = new AnswerForm(this, Kind.JSON_OBJECT, JSON_OBJECT, words);
    this.inWords = new AnswerForm(this, Kind.PROMPT, new byte[0], words);
  }

  /**
   * The same schema, which can be told in words as well: by that type, in a notation for models.
   */
  AnswerSchema inWords(SchemaForm asked, String type) {
    return new AnswerSchema(asked, form(Kind.JSON_SCHEMA).member(), DEMAND + type);
  }

  /** Whether its author leaves the choice of the form to the client. */
  boolean mayChange() {
    return asked == SchemaForm.AUTO && words != null;
  }

  /** The form that its author wants, the first if that is any. */
  AnswerForm asked() {
    return switch (asked) {
      case JSON_OBJECT -> form(Kind.JSON_OBJECT);
      case PROMPT -> form(Kind.PROMPT);
      default -> form(Kind.JSON_SCHEMA);
    };
  }

  AnswerForm form(Kind kind) {
    return switch (kind) {
      case JSON_SCHEMA -> whole;
      case JSON_OBJECT -> object;
      case PROMPT -> inWords;
    };
  }

  /** What a model is told in words, {@code null} if only a member can say it. */
  @Nullable String words() {
    return words;
  }
}
