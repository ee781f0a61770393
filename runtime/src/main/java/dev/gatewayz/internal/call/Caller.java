package dev.gatewayz.internal.call;

import dev.gatewayz.internal.answer.AnswerFactory;
import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.answer.Receiver;

/**
 * Who has made a call.
 *
 * @param receiver gets the answer
 * @param answers how it is read for that
 * @param context what the thread had that made the call, for tools and callbacks
 */
record Caller(Receiver receiver, AnswerFactory answers, CallContext context) {}
