package dev.gatewayz.flink;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls about one row, and what they have used. Thread-safe. */
final class RowCall {
  private static final int KEY_BYTES = 16;

  /** Under which the calls find it; set before the first. */
  volatile String number = "";

  private final String key;

  private final Map<String, Integer> asked = new HashMap<>();
  private final Map<String, String> promptHashes = new LinkedHashMap<>();
  private final List<String> models = new ArrayList<>();
  private int calls;
  private int attempts;
  private long promptTokens;
  private long completionTokens;
  private @Nullable BigDecimal cost = BigDecimal.ZERO;

  RowCall(String key) {
    this.key = key;
  }

  /** The row is asked about from the beginning; its calls get the same keys as before. */
  synchronized void again() {
    asked.clear();
  }

  /**
   * The same whenever the same row is asked the same prompt: made of the key of the row, the digest
   * of the prompt, the model, and which of equal calls about the row it is. Without a prompt the
   * body stands for it.
   */
  String idempotencyKey(OutgoingCall call) {
    String hash = call.promptHash();
    String what =
        (hash == null ? call.json() : call.promptId() + "\n" + hash) + "\n" + call.model();
    int times;
    synchronized (this) {
      times = asked.merge(what, 1, Integer::sum);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((key.length() + "\n" + key + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update((what + "\n" + times).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** A call has ended. */
  synchronized void finished(CallEvent.Finished end) {
    calls++;
    attempts += end.attempts();
    models.add(end.call().model());
    String id = end.call().promptId();
    String hash = end.call().promptHash();
    if (id != null && hash != null) {
      promptHashes.put(id, hash);
    }
    Usage usage = end.usage();
    if (usage != null) {
      promptTokens += usage.promptTokens();
      completionTokens += usage.completionTokens();
    }
    BigDecimal more = end.cost();
    if (more != null && cost != null) {
      cost = cost.add(more);
    } else if (end.failure() == null) {
      cost = null;
    }
  }

  synchronized RowUsageValue usage() {
    return new RowUsageValue(
        calls, attempts, promptTokens, completionTokens, cost, models, promptHashes);
  }
}
