package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the thoughts of a streamed answer together: texts from their pieces, lists of blocks block
 * by block. A piece of a block belongs to the last block if kind, index and id say nothing else;
 * its texts are added to those of the block, its other members replace them.
 */
public final class ReasoningAssembler {
  private static final Set<String> TEXTS = Set.of("text", "summary", "thinking", "data");
  private static final List<String> IDENTITY = List.of("type", "index", "id");

  private @Nullable StringBuilder content;
  private @Nullable StringBuilder text;

  /** What has no member to go back in: from chunks that were made by hand. */
  private @Nullable StringBuilder unsent;

  private final Map<String, Object> raw = new LinkedHashMap<>(0);

  /** Adds what a chunk says. */
  public void add(ChoiceFields choice) {
    content = append(content, choice.reasoningContent);
    text = append(text, choice.reasoningText);
    unsent = append(unsent, choice.unsentReasoning);
    if (!choice.rawReasoning.isEmpty()) {
      choice.rawReasoning.forEach(this::merge);
    }
  }

  private static @Nullable StringBuilder append(
      @Nullable StringBuilder builder, @Nullable String more) {
    if (more == null) {
      return builder;
    }
    return (builder == null ? new StringBuilder(Math.max(64, more.length())) : builder)
        .append(more);
  }

  private void merge(String name, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Object more = Json.read(bytes, 0, bytes.length);
    if (more instanceof List<?> pieces) {
      Object known = raw.computeIfAbsent(name, n -> new ArrayList<>());
      if (known instanceof List<?> blocks) {
        List<@Nullable Object> longer = new ArrayList<>(blocks);
        pieces.forEach(piece -> mergeBlock(longer, piece));
        raw.put(name, longer);
        return;
      }
    }
    if (more != null) {
      raw.put(name, more);
    }
  }

  private static void mergeBlock(List<@Nullable Object> blocks, @Nullable Object piece) {
    if (piece instanceof Map<?, ?> members) {
      for (int i = blocks.size() - 1; i >= 0; i--) {
        if (blocks.get(i) instanceof Map<?, ?> block
            && isOf(block, members, i == blocks.size() - 1)) {
          blocks.set(i, joined(block, members));
          return;
        }
      }
    }
    blocks.add(piece);
  }

  /** Without an index only the last block can go on, until it is signed. */
  private static boolean isOf(Map<?, ?> block, Map<?, ?> piece, boolean isLast) {
    boolean isNumbered = piece.get("index") != null;
    if (!isNumbered && (!isLast || isSigned(block))) {
      return false;
    }
    for (String name : IDENTITY) {
      Object one = block.get(name);
      Object other = piece.get(name);
      if (one != null && other != null && !Objects.equals(one, other)) {
        return false;
      }
    }
    return isNumbered ? block.get("index") != null : true;
  }

  private static boolean isSigned(Map<?, ?> block) {
    return block.get("signature") instanceof String signature && !signature.isEmpty();
  }

  private static Map<Object, @Nullable Object> joined(Map<?, ?> block, Map<?, ?> piece) {
    Map<Object, @Nullable Object> joined = new LinkedHashMap<>(block);
    piece.forEach(
        (name, value) -> {
          Object before = joined.get(name);
          if (TEXTS.contains(String.valueOf(name))
              && before instanceof String text
              && value instanceof String more) {
            joined.put(name, text + more);
          } else if (value != null && !value.equals("")) {
            joined.put(name, value);
          } else {
            joined.putIfAbsent(name, value);
          }
        });
    return joined;
  }

  /** The thoughts as users see them, {@code null} if there are none. */
  public @Nullable String text() {
    StringBuilder shown = content != null && content.length() > 0 ? content : text;
    shown = shown != null && shown.length() > 0 ? shown : unsent;
    return shown == null || shown.length() == 0 ? null : shown.toString();
  }

  /** The members in which they came, each value as JSON text. */
  public Map<String, String> members() {
    if (content == null && text == null && raw.isEmpty()) {
      return Map.of();
    }
    Map<String, String> members = new LinkedHashMap<>();
    put(Reasoning.CONTENT, content, members);
    put(Reasoning.TEXT, text, members);
    raw.forEach((name, value) -> members.put(name, JsonValue.text(value)));
    return members;
  }

  private static void put(String name, @Nullable StringBuilder text, Map<String, String> members) {
    if (text != null) {
      members.put(name, new JsonBytes(text.length() + 2).string(text.toString()).toString());
    }
  }
}
