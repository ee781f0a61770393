/**
 * What a prompt may answer, made in one line and without a socket: for tests of code that is handed
 * a prompt interface, which is a plain interface that a lambda or a class of the test implements.
 *
 * <pre>{@code
 * Support support = question -> Completions.streamOf("Have you ", "tried it again?");
 * Support broken = question -> Completions.streamOf("Have you ").failing(Failures.badGateway());
 * Support busy = question -> { throw Failures.rateLimit(Duration.ofSeconds(5)); };
 * }</pre>
 *
 * <p>{@link dev.gatewayz.testkit.fake.Completions} has answers, {@link
 * dev.gatewayz.testkit.fake.FakeStream} is one that comes in pieces, {@link
 * dev.gatewayz.testkit.fake.Failures} has every exception of the library, {@link
 * dev.gatewayz.testkit.fake.Events} what listeners are told. All of them are values of the library
 * itself, with sensible figures where a test does not say otherwise, and {@code toBuilder()} where
 * it does.
 */
@NullMarked
package dev.gatewayz.testkit.fake;

import org.jspecify.annotations.NullMarked;
