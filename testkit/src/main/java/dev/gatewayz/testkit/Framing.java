package dev.gatewayz.testkit;

/** How an HTTP/1.1 client learns where a body ends. HTTP/2 only knows the first, as a header. */
public enum Framing {
  /** By {@code content-length}. What documents have unless told otherwise. */
  LENGTH,
  /** By chunks. What streams have unless told otherwise. */
  CHUNKED,
  /** By the end of the connection. */
  CLOSE
}
