package dev.gatewayz.internal.request;

import dev.gatewayz.ApiKey;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The key of a client: one for all its calls, or the one that is valid just now. Thread-safe. */
public final class Payer {
  private final @Nullable Supplier<String> keys;
  private volatile @Nullable ApiKey last;

  private Payer(@Nullable Supplier<String> keys, @Nullable ApiKey last) {
    this.keys = keys;
    this.last = last;
  }

  /** One key for all calls, {@code null} if every call brings its own. */
  public static Payer of(@Nullable ApiKey key) {
    return new Payer(null, key);
  }

  /** The key that {@code keys} gives when a call is made. */
  public static Payer changing(Supplier<String> keys) {
    return new Payer(keys, null);
  }

  /** Whether all calls have the same. */
  boolean isFixed() {
    return keys == null;
  }

  /**
   * The key of a call that is made now.
   *
   * @throws IllegalArgumentException if it cannot be sent
   */
  @Nullable ApiKey key() {
    ApiKey known = last;
    if (keys == null) {
      return known;
    }
    String now = keys.get();
    if (now == null) {
      throw new IllegalArgumentException("The supplier of API keys returned null.");
    }
    if (known == null || !known.secret().equals(now)) {
      known = ApiKey.of(now);
      last = known;
    }
    return known;
  }
}
