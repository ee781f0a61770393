/**
 * HTTP/2: one {@linkplain dev.gatewayz.internal.http2.Http2ClientConnection connection} carries
 * many exchanges as streams.
 */
@NullMarked
package dev.gatewayz.internal.http2;

import org.jspecify.annotations.NullMarked;
