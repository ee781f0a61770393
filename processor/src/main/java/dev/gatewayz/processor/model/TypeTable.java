package dev.gatewayz.processor.model;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.JavaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types that templates of an interface may meet, so that a runtime can check other templates.
 *
 * @param types each type; its place is its number
 * @param parameters the numbers of the types of a prompt's parameters, by the id of the prompt
 */
public record TypeTable(List<Described> types, Map<String, List<Integer>> parameters) {

  /** Copies the collections. */
  public TypeTable {
    types = List.copyOf(types);
    parameters = Map.copyOf(parameters);
  }

  /**
   * A type.
   *
   * @param type what it is
   * @param name its name in Java
   * @param key equal for types of which JSON shows the same
   * @param component the number of the type that it holds, −1 for none
   * @param properties what templates may read of it
   * @param data what JSON shows of it
   * @param value what JSON shows in its place
   * @param alternatives the types that JSON tells its values apart by
   */
  public record Described(
      JavaType type,
      TypeName name,
      int key,
      int component,
      List<Link> properties,
      List<Link> data,
      Optional<Link> value,
      Optional<Alternatives> alternatives) {

    /** Copies the lists. */
    public Described {
      properties = List.copyOf(properties);
      data = List.copyOf(data);
    }

    /** A type of which nothing is known yet but what it is called. */
    public static Described open(JavaType type, TypeName name, int key) {
      return new Described(
          type, name, key, -1, List.of(), List.of(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * What a value is one of.
   *
   * @param discriminator the name of the member that says of which
   * @param all the types, under what that member says of them
   */
  public record Alternatives(String discriminator, List<Alternative> all) {

    /** Copies the list. */
    public Alternatives {
      all = List.copyOf(all);
    }
  }

  /**
   * A type that a value may be of.
   *
   * @param tag what the discriminator says of it
   * @param java its class
   * @param type the number of its type
   */
  public record Alternative(String tag, TypeName java, int type) {}

  /**
   * A property.
   *
   * @param name what templates or JSON call it
   * @param member how Java reads it
   * @param type the number of its type
   */
  public record Link(String name, String member, int type) {}
}
