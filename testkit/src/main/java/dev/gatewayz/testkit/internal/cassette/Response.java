package dev.gatewayz.testkit.internal.cassette;

import java.util.List;
import java.util.Map;

/**
 * A recorded answer. Immutable.
 *
 * @param status of the response
 * @param afterMillis how long after the request its head came
 * @param headers those that are kept, names in lower case
 * @param pieces the body
 */
public record Response(
    int status, long afterMillis, List<Map.Entry<String, String>> headers, List<Piece> pieces) {
  /** Copies the lists. */
  public Response {
    headers = List.copyOf(headers);
    pieces = List.copyOf(pieces);
  }

  /** Whether the body is a stream of events. */
  public boolean isStream() {
    return headers.stream()
        .anyMatch(
            header ->
                header.getKey().equals("content-type")
                    && header.getValue().startsWith("text/event-stream"));
  }
}
