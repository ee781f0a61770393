package dev.gatewayz.chat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A piece of a streamed answer. Mirrors {@code chat.completion.chunk}. Immutable. */
public sealed interface ChatChunk permits ChatChunkValue, TextChunk {

  /** The answer's id, empty where the provider gives none. */
  String id();

  /** {@code chat.completion.chunk}. */
  String object();

  /**
   * When the piece was made, in seconds since 1970; differs from piece to piece on some servers.
   */
  long created();

  /** The model that answers, with its {@code gatewayz/} prefix. */
  String model();

  /** What is new, often one, empty in a piece that only reports usage. */
  List<ChunkChoice> choices();

  /**
   * The tokens so far, {@code null} if this piece reports none; the last report counts, they are
   * never added up.
   */
  @Nullable Usage usage();

  /**
   * The members that this library does not know, in their order, each value as JSON text; empty as
   * a rule.
   */
  Map<String, String> extra();

  /** The new text of the first answer; empty where there is none. */
  default String text() {
    for (ChunkChoice choice : choices()) {
      if (choice.index() == 0) {
        String content = choice.delta().content();
        return content == null ? "" : content;
      }
    }
    return "";
  }

  /**
   * The same with another text of the first answer.
   *
   * @throws IllegalStateException if it says nothing of the first answer
   */
  default ChatChunk withText(String text) {
    return withText(text, id(), created());
  }

  /**
   * The next piece of the same answer: the same with another text of the first answer, and an id
   * and a time of its own.
   *
   * @throws IllegalStateException if it says nothing of the first answer
   */
  default ChatChunk withText(String text, String id, long created) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(id, "id");
    if (ChatChunkValue.first(choices()) < 0) {
      throw new IllegalStateException("The chunk says nothing of the first answer.");
    }
    return new TextChunk(this, text, id, created);
  }

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder()
        .id(id())
        .object(object())
        .created(created())
        .model(model())
        .choices(choices())
        .usage(usage())
        .extra(extra());
  }

  /** Collects a {@link ChatChunk}. Each method returns this builder. */
  final class Builder {
    private String id = "";
    private String object = "chat.completion.chunk";
    private long created;
    private String model = "";
    private List<ChunkChoice> choices = List.of();
    private @Nullable Usage usage;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /** See {@link ChatChunk#id()}. Default: empty. */
    public Builder id(String id) {
      this.id = Objects.requireNonNull(id, "id");
      return this;
    }

    /** See {@link ChatChunk#object()}. Default: "chat.completion.chunk". */
    public Builder object(String object) {
      this.object = Objects.requireNonNull(object, "object");
      return this;
    }

    /** See {@link ChatChunk#created()}. Default: 0. */
    public Builder created(long created) {
      this.created = created;
      return this;
    }

    /** See {@link ChatChunk#model()}. Default: empty. */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /** See {@link ChatChunk#choices()}. Default: empty. */
    public Builder choices(List<ChunkChoice> choices) {
      this.choices = Objects.requireNonNull(choices, "choices");
      return this;
    }

    /** See {@link ChatChunk#usage()}. Default: none. */
    public Builder usage(@Nullable Usage usage) {
      this.usage = usage;
      return this;
    }

    /** See {@link ChatChunk#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** What was collected. */
    public ChatChunk build() {
      return new ChatChunkValue(id, object, created, model, choices, usage, extra);
    }
  }
}
