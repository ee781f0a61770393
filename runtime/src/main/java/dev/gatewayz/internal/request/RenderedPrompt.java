package dev.gatewayz.internal.request;

import dev.gatewayz.internal.json.JsonBytes;

/**
 * A prompt with its arguments, ready to become a request.
 *
 * @param spec the prompt
 * @param messages {@link RequestBody#beginMessages}, then all messages, without the closing bracket
 * @param followUps how often a call may go back to the model after an answer
 */
public record RenderedPrompt(PromptSpec spec, JsonBytes messages, FollowUps followUps) {}
