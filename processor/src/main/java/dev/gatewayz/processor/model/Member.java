package dev.gatewayz.processor.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A named value of an object in JSON.
 *
 * @param name what JSON calls it
 * @param javaName what Java calls it
 * @param slot its place
 * @param aliases what JSON may call it, too
 */
public record Member(String name, String javaName, Slot slot, List<String> aliases) {

  /** Copies the list. */
  public Member {
    aliases = List.copyOf(aliases);
  }

  /** What JSON calls it, and what it may call it. */
  public List<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream()).distinct().toList();
  }

  /** A value with one name. */
  public Member(String name, String javaName, Slot slot) {
    this(name, javaName, slot, List.of());
  }
}
