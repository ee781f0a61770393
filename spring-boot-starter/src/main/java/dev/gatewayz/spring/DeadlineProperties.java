package dev.gatewayz.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the phases of a call may take.
 *
 * @param acquire For its turn and a connection.
 * @param firstToken For the first token after the request was sent.
 * @param idle Between two pieces of the answer.
 * @param total For everything.
 */
public record DeadlineProperties(
    @Nullable Duration acquire,
    @Nullable Duration firstToken,
    @Nullable Duration idle,
    @Nullable Duration total) {}
