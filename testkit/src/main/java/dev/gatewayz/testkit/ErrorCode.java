package dev.gatewayz.testkit;

/** The error codes of HTTP/2. */
public enum ErrorCode {
  /** No error, a graceful end. */
  NO_ERROR(0),
  /** The peer broke the protocol. */
  PROTOCOL_ERROR(1),
  /** Something unexpected on our side. */
  INTERNAL_ERROR(2),
  /** The peer overran a window. */
  FLOW_CONTROL_ERROR(3),
  /** Settings were not acknowledged in time. */
  SETTINGS_TIMEOUT(4),
  /** A frame came for a stream that is half closed. */
  STREAM_CLOSED(5),
  /** A frame has the wrong size. */
  FRAME_SIZE_ERROR(6),
  /** The stream was not processed at all; the request may be repeated. */
  REFUSED_STREAM(7),
  /** The stream is no longer wanted. */
  CANCEL(8),
  /** The state of header compression is lost. */
  COMPRESSION_ERROR(9),
  /** The connection of a CONNECT request broke. */
  CONNECT_ERROR(10),
  /** The peer causes too much load. */
  ENHANCE_YOUR_CALM(11),
  /** TLS is not good enough. */
  INADEQUATE_SECURITY(12),
  /** The request needs HTTP/1.1. */
  HTTP_1_1_REQUIRED(13);

  private final long number;

  ErrorCode(long number) {
    this.number = number;
  }

  /** {@return the number on the wire} */
  public long number() {
    return number;
  }
}
