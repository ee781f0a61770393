package dev.gatewayz.error;

import java.io.Serializable;
import java.time.Duration;

/**
 * A request of a call that failed before the last one.
 *
 * @param number which request it was, from 1
 * @param model the model it asked
 * @param what what went wrong
 * @param waited how long the call waited before it sent the next
 */
public record FailedAttempt(int number, String model, String what, Duration waited)
    implements Serializable {}
