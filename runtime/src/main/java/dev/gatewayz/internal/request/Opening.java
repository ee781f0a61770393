package dev.gatewayz.internal.request;

import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.syntax.ModelName;
import java.util.Arrays;

/**
 * The first bytes of a request's JSON, up to and including the name of the model. All requests to
 * one model share one, so it costs them nothing to ask another model.
 *
 * @param json the bytes; never changed
 * @param modelStart where the quoted name of the model begins; it ends with the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
public record Opening(byte[] json, int modelStart) {
  private static final byte[] MODEL =
      "{\"model\":".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  /** The opening of a request for which there is no model to name: nothing. */
  static final Opening NONE = new Opening(new byte[0], 0);

  /** The opening of a request to that model. */
  public static Opening of(ModelName model) {
    return new Opening(MODEL, MODEL.length).to(model);
  }

  /** The opening of the same request to another model. */
  Opening to(ModelName model) {
    String name = model.wireName();
    JsonBytes changed = new JsonBytes(modelStart + name.length() + 2);
    changed.raw(json, 0, modelStart).string(name);
    return new Opening(changed.toByteArray(), modelStart);
  }

  /** The first bytes of a text that has been written whole. */
  static Opening in(byte[] json, int modelStart, int modelEnd) {
    return new Opening(Arrays.copyOf(json, modelEnd), modelStart);
  }
}
