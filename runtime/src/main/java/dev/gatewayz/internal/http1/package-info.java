/**
 * HTTP/1.1: one {@linkplain dev.gatewayz.internal.http1.Http1ClientConnection connection} carries
 * one exchange at a time.
 */
@NullMarked
package dev.gatewayz.internal.http1;

import org.jspecify.annotations.NullMarked;
