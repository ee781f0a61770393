package dev.gatewayz.processor.model;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.report.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A place for a value: a component of a record, an element of a list, a parameter of a tool, the
 * answer as a whole.
 *
 * @param type what the value is
 * @param java its type in Java
 * @param nullable whether {@code null} may stand there, or nothing at all
 * @param description what it means, if that is said
 * @param constraints what it must be beyond its type
 * @param origin where to report what is wrong with it
 */
public record Slot(
    DataType type,
    TypeName java,
    boolean nullable,
    Optional<String> description,
    List<Constraint> constraints,
    Origin origin) {

  /** Copies the list. */
  public Slot {
    constraints = List.copyOf(constraints);
  }

  /** A place of which nothing is said but what stands there. */
  public static Slot of(DataType type, TypeName java, Origin origin) {
    return new Slot(type, java, false, Optional.empty(), List.of(), origin);
  }

  /** The same place, with what it means; nothing if nobody says. */
  public Slot describedBy(Optional<String> description) {
    return new Slot(type, java, nullable, description, constraints, origin);
  }

  /** The same place, for a value that is there. */
  public Slot present() {
    return new Slot(type, java, false, description, constraints, origin);
  }

  /** Whether there is a value that says nothing: none at all, or one without parts. */
  public boolean canBeEmpty() {
    return takesNull() || type instanceof DataType.Elements || type instanceof DataType.Entries;
  }

  /** The key of the definition that every value there has one of, if there is one. */
  public Optional<String> needed() {
    if (takesNull()) {
      return Optional.empty();
    }
    if (type instanceof DataType.Wrapped wrapped) {
      return wrapped.content().needed();
    }
    return type instanceof DataType.Defined defined ? Optional.of(defined.key()) : Optional.empty();
  }

  /** Whether JSON may have {@code null} there. */
  public boolean takesNull() {
    return nullable || type instanceof DataType.Maybe;
  }
}
