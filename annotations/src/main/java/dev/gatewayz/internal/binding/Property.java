package dev.gatewayz.internal.binding;

/**
 * A value that an object has.
 *
 * @param name what templates call it
 * @param member how Java reads it: {@code name()}, {@code getName()} or {@code name}
 * @param type its type
 */
public record Property(String name, String member, JavaType type) {}
