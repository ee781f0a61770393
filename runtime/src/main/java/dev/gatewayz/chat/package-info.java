/**
 * The Chat Completions wire format as immutable values: what is asked ({@link
 * dev.gatewayz.chat.ChatRequest}, {@link dev.gatewayz.chat.Message}) and what comes back ({@link
 * dev.gatewayz.chat.ChatCompletion}, {@link dev.gatewayz.chat.ChatChunk}).
 *
 * <p>Names follow the wire, in Java's spelling. This package knows no other package of the library.
 * Everything in it is immutable and may be shared between threads.
 */
@NullMarked
package dev.gatewayz.chat;

import org.jspecify.annotations.NullMarked;
