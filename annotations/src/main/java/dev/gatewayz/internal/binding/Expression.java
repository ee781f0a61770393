package dev.gatewayz.internal.binding;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A value in generated code. */
public sealed interface Expression {

  /** What the case of its kind makes of it. */
  <R> R match(
      Function<Argument, R> argument,
      Function<Local, R> local,
      Function<Access, R> access,
      Function<Entry, R> entry,
      Function<Joined, R> joined,
      Function<ConstantName, R> constant);

  /** The argument that it is, or is a part of. */
  Optional<Argument> root();

  /** An argument of the prompt. */
  record Argument(String name) implements Expression {
    @Override
    public <R> R match(
        Function<Argument, R> argument,
        Function<Local, R> local,
        Function<Access, R> access,
        Function<Entry, R> entry,
        Function<Joined, R> joined,
        Function<ConstantName, R> constant) {
      return argument.apply(this);
    }

    @Override
    public Optional<Argument> root() {
      return Optional.of(this);
    }
  }

  /** A variable of the generated code. */
  record Local(String name) implements Expression {
    @Override
    public <R> R match(
        Function<Argument, R> argument,
        Function<Local, R> local,
        Function<Access, R> access,
        Function<Entry, R> entry,
        Function<Joined, R> joined,
        Function<ConstantName, R> constant) {
      return local.apply(this);
    }

    @Override
    public Optional<Argument> root() {
      return Optional.empty();
    }
  }

  /**
   * A property or the content of another value.
   *
   * @param member {@code name()} or {@code name}
   */
  record Access(Expression target, String member) implements Expression {
    @Override
    public <R> R match(
        Function<Argument, R> argument,
        Function<Local, R> local,
        Function<Access, R> access,
        Function<Entry, R> entry,
        Function<Joined, R> joined,
        Function<ConstantName, R> constant) {
      return access.apply(this);
    }

    @Override
    public Optional<Argument> root() {
      return target.root();
    }
  }

  /** The value that a map has for a name. */
  record Entry(Expression map, String key) implements Expression {
    @Override
    public <R> R match(
        Function<Argument, R> argument,
        Function<Local, R> local,
        Function<Access, R> access,
        Function<Entry, R> entry,
        Function<Joined, R> joined,
        Function<ConstantName, R> constant) {
      return entry.apply(this);
    }

    @Override
    public Optional<Argument> root() {
      return map.root();
    }
  }

  /**
   * A text that is built from another.
   *
   * @param start a variable, or empty
   */
  record Joined(String start, String end) implements Expression {
    @Override
    public <R> R match(
        Function<Argument, R> argument,
        Function<Local, R> local,
        Function<Access, R> access,
        Function<Entry, R> entry,
        Function<Joined, R> joined,
        Function<ConstantName, R> constant) {
      return joined.apply(this);
    }

    @Override
    public Optional<Argument> root() {
      return Optional.empty();
    }
  }

  /**
   * The name that JSON has for a constant of an enum.
   *
   * @param renamed names in Java, and those in JSON where they are others
   */
  record ConstantName(Expression value, Map<String, String> renamed) implements Expression {
    @Override
    public <R> R match(
        Function<Argument, R> argument,
        Function<Local, R> local,
        Function<Access, R> access,
        Function<Entry, R> entry,
        Function<Joined, R> joined,
        Function<ConstantName, R> constant) {
      return constant.apply(this);
    }

    @Override
    public Optional<Argument> root() {
      return value.root();
    }
  }

  /** Whether it costs nothing to write it twice. */
  default boolean isName() {
    return this instanceof Argument || this instanceof Local;
  }
}
