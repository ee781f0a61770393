package dev.gatewayz.internal.sse;

/** Receives the events of a stream. */
public interface SseEvents {

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
