/**
 * From the bytes of a response to what the caller gets.
 *
 * <p>Each attempt of a call has a {@link dev.gatewayz.internal.answer.Response}, which knows its
 * head and makes exceptions of its errors, and an {@link dev.gatewayz.internal.answer.Answer},
 * which reads the body of a good one: in one piece, or as a stream of which a {@link
 * dev.gatewayz.internal.answer.PieceMaker} makes pieces. Both report to an {@link
 * dev.gatewayz.internal.answer.AnswerSink} and know nobody above it. What outlives an attempt is
 * the {@link dev.gatewayz.internal.answer.Receiver} of the call: a future, or the {@link
 * dev.gatewayz.internal.answer.Delivery} to a subscriber, which steers its call through an {@link
 * dev.gatewayz.internal.answer.Upstream}.
 *
 * <p>Everything here runs on the loop of its call, but for what a class says may come from other
 * threads.
 */
@NullMarked
package dev.gatewayz.internal.answer;

import org.jspecify.annotations.NullMarked;
