package dev.gatewayz.internal.override;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The overrides of a client. Thread-safe. */
public final class Overrides {
  /** None. */
  public static final Overrides NONE = new Overrides(Map.of(), 0);

  /** Numbers that are this far apart begin sequences that have nothing to do with each other. */
  private static final long STRIDE = 0x9e3779b97f4a7c15L;

  private static final double FRACTIONS = 0x1.0p-53;

  private final Map<String, TemplateOverride> byId;
  private final long seed;
  private final AtomicLong drawn = new AtomicLong();
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();

  /**
   * Overrides.
   *
   * @param byId by the id of the prompt
   * @param seed for calls without a key
   */
  public Overrides(Map<String, TemplateOverride> byId, long seed) {
    this.byId = Map.copyOf(byId);
    this.seed = seed;
  }

  /** That of a prompt, {@code null} for none. */
  public @Nullable TemplateOverride of(String id) {
    return byId.get(id);
  }

  /**
   * Notes that an interface has been compiled with these prompts.
   *
   * @throws IllegalArgumentException if there is an override for a prompt of the interface that
   *     does not exist
   */
  public void claim(String client, List<String> ids) {
    for (String id : byId.keySet()) {
      if (ids.contains(id)) {
        claimed.add(id);
      } else if (id.startsWith(client + ".")) {
        throw new IllegalArgumentException(
            "There is an override for the prompt %s, which does not exist. Prompts of %s: %s."
                .formatted(id, client, String.join(", ", ids)));
      }
    }
  }

  /** Overrides of prompts whose interface no client has been made of so far. */
  public Set<String> unclaimed() {
    Set<String> left = new TreeSet<>(byId.keySet());
    left.removeAll(claimed);
    return left;
  }

  /**
   * Whether a call takes an override: with the same key always the same, on every machine.
   *
   * @param key {@code null} to leave it to chance
   */
  public boolean takes(TemplateOverride override, @Nullable String key) {
    double place =
        key == null
            ? new SplittableRandom(seed + drawn.getAndIncrement() * STRIDE).nextDouble()
            : place(override.id(), key);
    return place < override.share();
  }

  /** Where a key stands between 0 and 1: elsewhere for each prompt. */
  private static double place(String id, String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest((id + "\n" + key).getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(bytes).getLong() >>> 11) * FRACTIONS;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
