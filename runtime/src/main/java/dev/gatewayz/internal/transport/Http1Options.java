package dev.gatewayz.internal.transport;

import java.time.Duration;

/**
 * How HTTP/1.1 connections are set up.
 *
 * @param window how many bytes of a response may wait for the consumer
 * @param maxIdle how long a connection is kept idle where the server does not say
 */
public record Http1Options(int window, Duration maxIdle) {

  /** Less than the five seconds after which many servers close. */
  public static final Http1Options DEFAULTS = new Http1Options(64 * 1_024, Duration.ofSeconds(4));
}
