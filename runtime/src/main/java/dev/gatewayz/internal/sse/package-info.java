/**
 * Server-sent events: bytes in, events out, as the <a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">
 * WHATWG standard</a> says. Knows no transport, and of JSON only how bytes are searched.
 */
@NullMarked
package dev.gatewayz.internal.sse;

import org.jspecify.annotations.NullMarked;
