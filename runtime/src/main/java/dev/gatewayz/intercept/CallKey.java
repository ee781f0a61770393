package dev.gatewayz.intercept;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells equal calls: those that go to the same gateway and query, with the same key, headers, tags
 * and body. Headers that only name a trace, of which every call has its own, do not count.
 */
final class CallKey {
  private static final Set<String> TRACE =
      Set.of("traceparent", "tracestate", "b3", "x-b3-traceid", "x-b3-spanid", "x-b3-parentspanid");

  private final MessageDigest digest;

  private CallKey() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  static String of(OutgoingCall call) {
    CallKey key = new CallKey();
    String keyId = call.keyId();
    key.add(call.apiBase().toString());
    key.add(call.query());
    key.add(keyId == null ? "" : keyId);
    Map<String, String> headers = new TreeMap<>(call.headers());
    headers.keySet().removeAll(TRACE);
    key.add(headers);
    key.add(call.tags());
    key.add(call.json());
    return HexFormat.of().formatHex(key.digest.digest());
  }

  private void add(Map<String, String> pairs) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, pairs.size()));
    new TreeMap<>(pairs)
        .forEach(
            (name, value) -> {
              add(name);
              add(value);
            });
  }

  /** Adds a text with its length, so that no two texts together are like two others. */
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }
}
