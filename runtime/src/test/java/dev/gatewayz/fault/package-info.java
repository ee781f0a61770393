/**
 * Servers that say exactly what a test puts into their mouth, byte by byte if need be, and tell what
 * the client made of it.
 *
 * <p>{@link dev.gatewayz.testkit.MockGateway} is a good server that can be told to fail; a {@link
 * dev.gatewayz.fault.FaultServer} is none at all until a script makes it one. Each connection gets a
 * {@link dev.gatewayz.fault.ConnectionScript}, which runs on a thread of its own and may block: it
 * sends, and says what it expects to come back.
 *
 * <pre>{@code
 * try (FaultServer server = FaultServer.start()) {
 *   server.play(Http2Peer.script(peer -> {
 *     peer.handshake(Frame.settings(Frame.MAX_CONCURRENT_STREAMS, 1));
 *     Http2Request request = peer.expectRequest();
 *     peer.respond(request.streamId(), false, ":status", "200");
 *     peer.send(Frame.data(request.streamId(), "data: {", false));
 *     peer.expectReset(request.streamId(), ErrorCode.CANCEL);
 *   }));
 *   // … a client connects to server.apiBase(), calls and cancels …
 *   server.verify();
 * }
 * }</pre>
 *
 * <p>{@link dev.gatewayz.fault.RawConnection} is bytes; {@link dev.gatewayz.fault.Http2Peer} makes
 * {@link dev.gatewayz.fault.Frame}s of them and {@link dev.gatewayz.fault.Http1Peer} text. {@link
 * dev.gatewayz.fault.H2specCases} and {@link dev.gatewayz.fault.InteropCases} are scripts that every
 * HTTP/2 client has to survive.
 */
@NullMarked
package dev.gatewayz.fault;

import org.jspecify.annotations.NullMarked;
