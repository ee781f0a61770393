package dev.gatewayz.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An object of JSON, as a type that may be referred to, by itself too. */
public sealed interface Definition {

  /** What the case of its kind makes of it. */
  <R> R match(Function<Fields, R> fields, Function<Union, R> union);

  /** What tells it from all others: its type in Java, as text. */
  String key();

  /** A name for people: letters, digits and {@code _}. */
  String name();

  /** Its type in Java. */
  TypeName java();

  /** What it means, if that is said. */
  Optional<String> description();

  /**
   * A record: an object that has all of its members and no others.
   *
   * @param members in the order of the components
   * @param absent components that JSON does not have, in order
   * @param order the names of the members, as they follow each other in JSON
   */
  record Fields(
      String key,
      String name,
      TypeName java,
      Optional<String> description,
      List<Member> members,
      List<Absent> absent,
      List<String> order)
      implements Definition {

    /** Copies the lists. */
    public Fields {
      members = List.copyOf(members);
      absent = List.copyOf(absent);
      order = List.copyOf(order);
    }

    /** The members as they follow each other in JSON. */
    public List<Member> inOrder() {
      List<Member> sorted = new ArrayList<>(members);
      sorted.sort(Comparator.comparingInt(member -> order.indexOf(member.name())));
      return sorted;
    }

    /** A record whose members are not known yet. */
    public static Fields open(
        String key, String name, TypeName java, Optional<String> description) {
      return new Fields(key, name, java, description, List.of(), List.of(), List.of());
    }

    /** The same record, with these members. */
    public Fields with(List<Member> members, List<Absent> absent, List<String> order) {
      return new Fields(key, name, java, description, members, absent, order);
    }

    @Override
    public <R> R match(Function<Fields, R> fields, Function<Union, R> union) {
      return fields.apply(this);
    }
  }

  /**
   * A sealed interface: one of several records, and a member that tells which.
   *
   * @param discriminator the name of that member
   */
  record Union(
      String key,
      String name,
      TypeName java,
      Optional<String> description,
      String discriminator,
      List<Variant> variants)
      implements Definition {

    /** Copies the list. */
    public Union {
      variants = List.copyOf(variants);
    }

    /** A sealed interface whose records are not known yet. */
    public static Union open(String key, String name, TypeName java, Optional<String> description) {
      return new Union(key, name, java, description, "", List.of());
    }

    /** The same interface, with these records. */
    public Union with(String discriminator, List<Variant> variants) {
      return new Union(key, name, java, description, discriminator, variants);
    }

    @Override
    public <R> R match(Function<Fields, R> fields, Function<Union, R> union) {
      return union.apply(this);
    }
  }

  /**
   * A component that JSON does not have: {@code null}, or an empty optional.
   *
   * @param index its place among all components
   */
  record Absent(int index, TypeName java) {}

  /**
   * A record of a union.
   *
   * @param tag what the discriminator says of it
   * @param key the key of the record
   */
  record Variant(String tag, String key) {}
}
