package dev.gatewayz.eval.internal.cases;

import dev.gatewayz.eval.internal.json.JsonTree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cases as they are in a file: a JSON object on each line, blank lines between them allowed. */
public final class CaseFile {
  private static final int MOST_SHOWN = 10;
  private static final int DIGEST_BYTES = 5;

  private final String name;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private CaseFile(String name) {
    this.name = name;
  }

  /**
   * Reads all cases.
   *
   * @param name how errors name the file
   * @throws IllegalArgumentException if lines are bad, which the message names, or there is none
   */
  public static <C> List<CaseLine<C>> read(String name, byte[] content, Class<C> type) {
    return new CaseFile(name).read(content, type);
  }

  private <C> List<CaseLine<C>> read(byte[] content, Class<C> type) {
    List<CaseLine<C>> cases = new ArrayList<>();
    int start = 0;
    for (int line = 1; start < content.length; line++) {
      int end = start;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      try {
        String text = text(Arrays.copyOfRange(content, start, end), line);
        if (!text.isBlank()) {
          cases.add(one(text, line, type));
        }
      } catch (IllegalArgumentException | Mismatch e) {
        problems.add(name + ":" + line + ": " + e.getMessage());
      }
      start = end + 1;
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(words());
    }
    if (cases.isEmpty()) {
      throw new IllegalArgumentException(name + " has no cases: one JSON object on each line.");
    }
    return cases;
  }

  private String words() {
    int rest = problems.size() - MOST_SHOWN;
    return String.join("\n", problems.subList(0, Math.min(problems.size(), MOST_SHOWN)))
        + (rest > 0 ? "\n… and " + rest + " more bad lines in " + name + "." : "");
  }

  private static String text(byte[] bytes, int line) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
      return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("The line is not UTF-8.", e);
    }
  }

  private <C> CaseLine<C> one(String text, int line, Class<C> type) {
    Object json = JsonTree.parse(text);
    if (!(json instanceof Map<?, ?> object)) {
      throw new IllegalArgumentException("A case is a JSON object, as in {\"id\": \"a\"}.");
    }
    String id = object.get("id") == null ? digest(json) : plain(object.get("id"));
    Integer earlier = lines.putIfAbsent(id, line);
    if (earlier != null) {
      throw new IllegalArgumentException(
          object.get("id") == null
              ? "The same case is in line " + earlier + "; give both an \"id\" if that is meant."
              : "The id \"" + id + "\" is in line " + earlier + ", too.");
    }
    Object value = type == String.class ? text : Binder.bind(type, json, "");
    return new CaseLine<>(id, text, Objects.requireNonNull(type.cast(value)));
  }

  private static String plain(@Nullable Object id) {
    return id instanceof String text ? text : JsonTree.text(id);
  }

  /** Of what the case says, so that it stays the same if cases are put in another order. */
  public static String digest(@Nullable Object json) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(JsonTree.canonical(json).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
