package dev.gatewayz.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ChatChunk} that differs from another one in nothing but its text, as most chunks of an
 * answer do. What lies between the chunk and its text is made when somebody looks.
 */
final class TextChunk implements ChatChunk {
  private final ChatChunk like;
  private final String text;

  /** Of a chunk that says something of the first answer, and is no such one itself. */
  TextChunk(ChatChunk like, String text) {
    this.like = like;
    this.text = text;
  }

  @Override
  public String id() {
    return like.id();
  }

  @Override
  public String object() {
    return like.object();
  }

  @Override
  public long created() {
    return like.created();
  }

  @Override
  public String model() {
    return like.model();
  }

  @Override
  public List<ChunkChoice> choices() {
    List<ChunkChoice> choices = new ArrayList<>(like.choices());
    int first = ChatChunkValue.first(choices);
    ChunkChoice choice = choices.get(first);
    Delta delta = choice.delta().toBuilder().content(text).build();
    choices.set(first, choice.toBuilder().delta(delta).build());
    return List.copyOf(choices);
  }

  @Override
  public @Nullable Usage usage() {
    return like.usage();
  }

  @Override
  public Map<String, String> extra() {
    return like.extra();
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public ChatChunk withText(String text) {
    return like.withText(text);
  }

  ChatChunk whole() {
    return toBuilder().build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChatChunk && whole().equals(other);
  }

  @Override
  public int hashCode() {
    return whole().hashCode();
  }

  @Override
  public String toString() {
    return whole().toString();
  }
}
