package dev.gatewayz.testkit;

/** The version of HTTP that a request came by. */
public enum Protocol {
  /** HTTP/1.1. */
  HTTP_1_1,
  /** HTTP/2, by ALPN on TLS or with prior knowledge in cleartext. */
  HTTP_2
}
