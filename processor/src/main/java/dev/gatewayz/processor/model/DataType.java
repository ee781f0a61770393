package dev.gatewayz.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A type of value that JSON carries, and what Java makes of it. */
public sealed interface DataType {

  /** Goes to the case of its kind. */
  <R> R accept(DataTypeVisitor<R> visitor);

  /** What it holds values of, if it holds any that have a place. */
  Optional<Slot> part();

  /** A value without parts. */
  record Plain(PlainType type) implements DataType {
    @Override
    public <R> R accept(DataTypeVisitor<R> visitor) {
      return visitor.plain(this);
    }

    @Override
    public Optional<Slot> part() {
      return Optional.empty();
    }
  }

  /**
   * One of the constants of an enum.
   *
   * @param java the enum
   * @param description what it means, if that is said
   */
  record Choice(TypeName java, Optional<String> description, List<Constant> constants)
      implements DataType {

    /** Copies the list. */
    public Choice {
      constants = List.copyOf(constants);
    }

    /** Whether JSON calls all constants what Java calls them, and nothing else. */
    public boolean isPlain() {
      return constants.stream()
          .allMatch(
              constant -> constant.json().equals(constant.java()) && constant.aliases().isEmpty());
    }

    @Override
    public <R> R accept(DataTypeVisitor<R> visitor) {
      return visitor.choice(this);
    }

    @Override
    public Optional<Slot> part() {
      return Optional.empty();
    }
  }

  /**
   * A constant of an enum.
   *
   * @param json what JSON calls it
   * @param java what Java calls it
   * @param description what it means, if that is said
   * @param aliases what JSON may call it, too
   */
  record Constant(String json, String java, Optional<String> description, List<String> aliases) {

    /** Copies the list. */
    public Constant {
      aliases = List.copyOf(aliases);
    }

    /** What JSON calls it, and what it may call it. */
    public List<String> names() {
      return Stream.concat(Stream.of(json), aliases.stream()).distinct().toList();
    }
  }

  /** Any number of values. */
  record Elements(Slot element, Container container) implements DataType {

    /** What holds the elements. */
    public enum Container {
      /** {@code List} and {@code Collection}. */
      LIST,
      /** {@code Set}. */
      SET,
      /** An array of a type that is no primitive. */
      ARRAY,
      /** {@code int[]}. */
      INTS,
      /** {@code long[]}. */
      LONGS,
      /** {@code double[]}. */
      DOUBLES
    }

    @Override
    public <R> R accept(DataTypeVisitor<R> visitor) {
      return visitor.elements(this);
    }

    @Override
    public Optional<Slot> part() {
      return Optional.of(element);
    }
  }

  /** Values by names that are data themselves. */
  record Entries(Slot value) implements DataType {
    @Override
    public <R> R accept(DataTypeVisitor<R> visitor) {
      return visitor.entries(this);
    }

    @Override
    public Optional<Slot> part() {
      return Optional.of(value);
    }
  }

  /** A value that may be absent. */
  record Maybe(Slot content, Box box) implements DataType {

    /** The class that holds it. */
    public enum Box {
      /** {@code Optional}. */
      ANY("Optional"),
      /** {@code OptionalInt}. */
      INT("OptionalInt"),
      /** {@code OptionalLong}. */
      LONG("OptionalLong"),
      /** {@code OptionalDouble}. */
      DOUBLE("OptionalDouble");

      private final String className;

      Box(String className) {
        this.className = className;
      }

      /** Its simple name; the package is {@code java.util}. */
      public String className() {
        return className;
      }
    }

    @Override
    public <R> R accept(DataTypeVisitor<R> visitor) {
      return visitor.maybe(this);
    }

    @Override
    public Optional<Slot> part() {
      return Optional.of(content);
    }
  }

  /**
   * A record that is the only value it holds.
   *
   * @param java the record
   */
  record Wrapped(TypeName java, Slot content) implements DataType {
    @Override
    public <R> R accept(DataTypeVisitor<R> visitor) {
      return visitor.wrapped(this);
    }

    @Override
    public Optional<Slot> part() {
      return Optional.of(content);
    }
  }

  /**
   * A record or a union.
   *
   * @param key the key of its {@link Definition}
   */
  record Defined(String key) implements DataType {
    @Override
    public <R> R accept(DataTypeVisitor<R> visitor) {
      return visitor.defined(this);
    }

    @Override
    public Optional<Slot> part() {
      return Optional.empty();
    }
  }
}
