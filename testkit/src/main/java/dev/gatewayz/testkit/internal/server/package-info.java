/**
 * The sockets: one event loop that accepts connections, reads requests and plays answers.
 *
 * <p>In comes, from the package above, a {@link dev.gatewayz.testkit.internal.server.Backend} that
 * turns a {@link dev.gatewayz.testkit.internal.server.Request} into a program: groups of {@link
 * dev.gatewayz.testkit.internal.server.Act}s. Out go bytes, and what happened, told to an {@link
 * dev.gatewayz.testkit.internal.server.Observer}.
 *
 * <pre>
 * EmbeddedServer → ProtocolSniffer → Http2Session → Http2Exchange ┐
 *                → ProtocolByAlpn  → Http1Session → Http1Exchange ┴→ Player
 * </pre>
 *
 * <p>Everything runs on the server's one loop, unless a class says otherwise. The package knows
 * HTTP, and nothing of chat completions.
 */
@NullMarked
package dev.gatewayz.testkit.internal.server;

import org.jspecify.annotations.NullMarked;
