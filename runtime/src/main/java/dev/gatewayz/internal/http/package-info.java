/**
 * What the two versions of HTTP have in common: an {@linkplain dev.gatewayz.internal.http.Exchange
 * exchange} is one request and its response, a {@linkplain dev.gatewayz.internal.http.Connection
 * connection} carries exchanges to an {@linkplain dev.gatewayz.internal.http.Origin origin}.
 *
 * <p>Everything mutable here belongs to the event loop of its connection.
 */
@NullMarked
package dev.gatewayz.internal.http;

import org.jspecify.annotations.NullMarked;
