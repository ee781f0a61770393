package dev.gatewayz.testkit;

/**
 * A function that an answer calls.
 *
 * @param name of the function
 * @param arguments a JSON object as text, or, to test how that is borne, anything else
 */
public record FunctionCall(String name, String arguments) {}
