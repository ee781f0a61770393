package dev.gatewayz.chat;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a tool call.
 *
 * @param index the call's number, {@code null} where the server leaves it out
 * @param id the call's id, in its first piece
 * @param name the tool's name, in its first piece
 * @param arguments more of the arguments' JSON text
 */
public record ToolCallDelta(
    @Nullable Integer index,
    @Nullable String id,
    @Nullable String name,
    @Nullable String arguments) {}
