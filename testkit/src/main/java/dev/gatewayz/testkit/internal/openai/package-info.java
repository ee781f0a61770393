/**
 * What an OpenAI-compatible gateway says: chat completions whole and in chunks, models, embeddings,
 * balance, and the answer a mock gives when nobody told it what to say.
 *
 * <p>In comes the body of a request and, maybe, what to answer; out goes JSON. Everything is a
 * function of its input: the same request in the same place of a sequence gets the same bytes. The
 * package knows no socket.
 */
@NullMarked
package dev.gatewayz.testkit.internal.openai;

import org.jspecify.annotations.NullMarked;
