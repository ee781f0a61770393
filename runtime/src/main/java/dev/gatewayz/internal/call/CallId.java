package dev.gatewayz.internal.call;

import io.netty.util.AsciiString;

/**
 * What a call is known by.
 *
 * @param number a number that no other call of the client has
 * @param requestId what the gateway is told
 */
record CallId(long number, AsciiString requestId) {}
