package dev.gatewayz.internal.request;

import dev.gatewayz.Conversation;
import dev.gatewayz.internal.json.JsonBytes;
import org.jspecify.annotations.Nullable;

/**
 * A prompt with its arguments, ready to become a request.
 *
 * @param spec the prompt
 * @param beginning how the messages begin, with all that stands before them behind the opening;
 *     shared by the requests of a prompt
 * @param messages how they go on, without the closing bracket
 * @param followUps how often a call may go back to the model after an answer
 * @param conversation what its history is of, {@code null} if nothing is to be remembered
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
public record RenderedPrompt(
    PromptSpec spec,
    byte[] beginning,
    JsonBytes messages,
    FollowUps followUps,
    @Nullable Conversation conversation) {}
