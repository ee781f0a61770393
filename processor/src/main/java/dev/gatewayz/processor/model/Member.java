package dev.gatewayz.processor.model;

/**
 * A named value of an object in JSON.
 *
 * @param name what JSON calls it
 * @param javaName what Java calls it
 * @param slot its place
 */
public record Member(String name, String javaName, Slot slot) {}
