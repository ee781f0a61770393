/**
 * A gateway to test against: {@link dev.gatewayz.testkit.MockGateway} is an OpenAI-compatible
 * server in the test's own JVM, on real sockets, that answers what it is told to and fails on cue.
 *
 * <pre>{@code
 * try (MockGateway gateway = MockGateway.start()) {
 *   gateway.reply(Reply.text("Hello"), ErrorReply.capacity());
 *   // … calls to gateway.apiBase() …
 *   assertEquals("/v1/chat/completions", gateway.takeRequest().path());
 * }
 * }</pre>
 *
 * <p>What goes in: {@link dev.gatewayz.testkit.Reply} says what to answer, {@link
 * dev.gatewayz.testkit.ErrorReply} in the shapes of Gatewayz's errors; {@link
 * dev.gatewayz.testkit.Step} says what else to do, or what to do wrong, at which point of it;
 * {@link dev.gatewayz.testkit.Gate} makes an answer wait for the test. What comes out: {@link
 * dev.gatewayz.testkit.RecordedRequest}s and {@link dev.gatewayz.testkit.Counters}. {@link
 * dev.gatewayz.testkit.MockGatewayExtension} does the starting and closing for JUnit. {@link
 * dev.gatewayz.testkit.Cassette} and {@link dev.gatewayz.testkit.Tape} record what a real gateway
 * answers, and play it.
 *
 * <p>Below it, unexported: {@code internal.server} has the sockets, {@code internal.openai} the
 * words, {@code internal.cassette} the recorded calls and their file, {@code internal.json} reads
 * and writes JSON. Server, words and recorded calls do not know each other; this package joins
 * them.
 */
@NullMarked
package dev.gatewayz.testkit;

import org.jspecify.annotations.NullMarked;
