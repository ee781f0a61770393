package dev.gatewayz.internal.sse;

/** Receives the events of a stream. */
public interface SseEvents {

  /**
   * An event with data.
   *
   * @param bytes holds the data, which is only there while this method runs
   * @param offset where the data begins
   * @param length how long it is, at least 1
   * @param isError whether the event's type is {@code error}
   * @return whether to go on decoding
   */
  boolean onEvent(byte[] bytes, int offset, int length, boolean isError);
}
