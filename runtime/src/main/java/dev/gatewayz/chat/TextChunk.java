package dev.gatewayz.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ChatChunk} that differs from another one in nothing but its text, its id and its time,
 * as most chunks of an answer do. What lies between the chunk and its text is made when somebody
 * looks.
 */
final class TextChunk implements ChatChunk {
  private final ChatChunk like;
  private final String text;
  private final String id;
  private final long created;

  /** Of a chunk that says something of the first answer, and is no such one itself. */
  TextChunk(ChatChunk like, String text, String id, long created) {
    this.like = like;
    this.text = text;
    this.id = id;
    this.created = created;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String object() {
    return like.object();
  }

  @Override
  public long created() {
    return created;
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
  public ChatChunk withText(String text, String id, long created) {
    return like.withText(text, id, created);
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
