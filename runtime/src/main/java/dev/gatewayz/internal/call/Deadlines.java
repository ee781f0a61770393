package dev.gatewayz.internal.call;

/**
 * How long the phases of a call may take, in nanoseconds.
 *
 * @param acquire until there is a connection with room
 * @param firstToken from sending a streamed request to the first piece of its answer
 * @param idle from one piece of an answer to the next
 * @param total all attempts and waits together
 */
public record Deadlines(long acquire, long firstToken, long idle, long total) {}
