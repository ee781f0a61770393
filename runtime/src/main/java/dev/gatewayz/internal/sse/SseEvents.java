package dev.gatewayz.internal.sse;

/** Receives the events of a stream. */
public interface SseEvents {

  /**
   * An event begins. A receiver that knows events of this kind may take it whole, with the blank
   * line that ends it, and {@link #onEvent} is not called for it.
   *
   * @param bytes holds the event, perhaps not to its end
   * @param start where it begins
   * @param end where the bytes end
   * @return where decoding goes on; -1 if the event is left to the decoder
   */
  default int onEventStart(byte[] bytes, int start, int end) {
    return -1;
  }

  /**
   * An event with data.
   *
   * @param bytes holds the data, which is only there while this method runs
   * @param offset where the data begins
   * @param length how long it is; 0 if the event has only empty data
   * @param isError whether the event's type is {@code error}
   * @return whether to go on decoding
   */
  boolean onEvent(byte[] bytes, int offset, int length, boolean isError);
}
