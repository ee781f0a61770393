/**
 * From rendered bytes and options to a request: what a call sends, to whom, and how it is made.
 *
 * <p>In come a {@link dev.gatewayz.internal.request.RenderedPrompt} or a {@link
 * dev.gatewayz.chat.ChatRequest}, the options of the call and the defaults of the client. Out comes
 * a {@link dev.gatewayz.internal.request.CallRequest}, a value that never changes and can be sent
 * any number of times. What is the same for many requests (heads, the opening of a body, members)
 * is made once and shared. Nothing here knows a connection, an answer or a running call.
 */
@NullMarked
package dev.gatewayz.internal.request;

import org.jspecify.annotations.NullMarked;
