package dev.gatewayz.intercept;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that is about to be made, as interceptors see it. Immutable; the key is not in it.
 *
 * @param promptId interface and method, {@code null} for a request put together at run time
 * @param promptHash a digest of the prompt as it was compiled, {@code null} without prompt
 * @param model the model asked, with its {@code gatewayz/} prefix
 * @param streamed whether the answer is streamed
 * @param body the JSON of the request
 * @param headers headers that interceptors have added, by lower-case name
 * @param attributes what interceptors want to find again in the events of the call
 * @param tags what the caller marked the call with
 */
public record OutgoingCall(
    @Nullable String promptId,
    @Nullable String promptHash,
    String model,
    boolean streamed,
    Body body,
    Map<String, String> headers,
    Map<String, Object> attributes,
    Map<String, String> tags) {

  /** Copies the maps. */
  public OutgoingCall {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    attributes = Map.copyOf(attributes);
  }

  /** The JSON of a request, which costs nothing unless somebody looks. */
  public static final class Body {
    private final byte[] bytes;
    private final int length;

    /** JSON in UTF-8; the array is not copied and must not change. */
    public Body(byte[] bytes, int length) {
      this.bytes = bytes;
      this.length = length;
    }

    /** The JSON as text. */
    public String text() {
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** The JSON as bytes; the first {@link #length()} count. Not to be changed. */
    public byte[] bytes() {
      return bytes;
    }

    /** How many bytes there are. */
    public int length() {
      return length;
    }
  }

  /** The same, with one more request header. */
  public OutgoingCall withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new OutgoingCall(promptId, promptHash, model, streamed, body, more, attributes, tags);
  }

  /** The same, with something that listeners find again. */
  public OutgoingCall withAttribute(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(attributes);
    more.put(name, value);
    return new OutgoingCall(promptId, promptHash, model, streamed, body, headers, more, tags);
  }

  /** The same, with another body, which must be JSON. */
  public OutgoingCall withBody(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new OutgoingCall(
        promptId,
        promptHash,
        model,
        streamed,
        new Body(bytes, bytes.length),
        headers,
        attributes,
        tags);
  }
}
