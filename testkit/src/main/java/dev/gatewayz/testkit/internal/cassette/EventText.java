package dev.gatewayz.testkit.internal.cassette;

import dev.gatewayz.testkit.internal.json.JsonText;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The JSON in a piece of a body: the data of an event, or all of it. */
final class EventText {
  private static final String DATA = "data:";

  private EventText() {}

  /** The JSON, if there is any: of an event of one line of data, or of a document. */
  static Optional<JsonValue> json(String piece) {
    try {
      return Optional.of(
          JsonValue.parseExact(piece.substring(start(piece)).getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The piece with other JSON. */
  static String with(String piece, JsonValue json) {
    String end = piece.substring(piece.stripTrailing().length());
    return piece.substring(0, start(piece)) + JsonText.compact(json) + end;
  }

  private static int start(String piece) {
    int data = piece.startsWith(DATA) ? 0 : piece.indexOf("\n" + DATA) + 1;
    if (!piece.startsWith(DATA, data)) {
      return 0;
    }
    int after = data + DATA.length();
    return piece.startsWith(" ", after) ? after + 1 : after;
  }
}
