package dev.gatewayz.codegen;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How a type of value grows while its JSON arrives: what generated code says of a prompt with
 * snapshots. Immutable and thread-safe.
 *
 * @param <T> the value
 */
public final class Growing<T> {

  /** Text that is known as far as it has come. */
  public static final Growing<String> TEXT = new Growing<>(TextGrowth::new, false);

  /** A member of an object that is not read. */
  public static final Growing<Object> UNREAD = whole(JsonIn::name);

  private final Beginning<T> beginning;
  private final boolean takesNull;

  /** Begins a value. */
  @FunctionalInterface
  private interface Beginning<T> {
    Growth<T> begin(boolean takesNull);
  }

  private Growing(Beginning<T> beginning, boolean takesNull) {
    this.beginning = beginning;
    this.takesNull = takesNull;
  }

  /**
   * {@return a value that is known once its JSON is whole}
   *
   * @param <T> the type of the value
   * @param reader reads it
   */
  public static <T> Growing<T> whole(JsonIn.Reader<T> reader) {
    return new Growing<>(takesNull -> new WholeGrowth<>(reader, takesNull), false);
  }

  /**
   * {@return a list, known element by element}
   *
   * @param <E> the type of an element
   * @param element how an element grows
   */
  public static <E> Growing<List<E>> list(Growing<E> element) {
    return list(element, list -> list);
  }

  /**
   * {@return a set, known element by element, in the order of the array}
   *
   * @param <E> the type of an element
   * @param element how an element grows
   */
  public static <E> Growing<Set<E>> set(Growing<E> element) {
    return list(element, LinkedHashSet::new);
  }

  /**
   * {@return what a function makes of a list, known element by element}
   *
   * @param <E> the type of an element
   * @param <C> what the list is made into
   * @param element how an element grows
   * @param as the function; its argument does not change
   */
  public static <E, C> Growing<C> list(Growing<E> element, Function<List<E>, C> as) {
    return new Growing<>(takesNull -> new ListGrowth<>(element, as, takesNull), false);
  }

  /**
   * {@return an object whose names are data, known entry by entry}
   *
   * @param <V> the type of a value
   * @param value how a value grows
   */
  public static <V> Growing<Map<String, V>> map(Growing<V> value) {
    return new Growing<>(takesNull -> new MapGrowth<>(value, takesNull), false);
  }

  /**
   * {@return an object, known member by member}
   *
   * @param <T> the type of the object
   * @param members how the member of a name grows; {@link #UNREAD} for one that is not read
   * @param constructor makes a value of the members that are known
   */
  public static <T> Growing<T> object(
      Function<String, ? extends Growing<?>> members, Function<Known, T> constructor) {
    return new Growing<>(takesNull -> new ObjectGrowth<>(members, constructor, takesNull), false);
  }

  /** {@return the same, where {@code null} may stand, or nothing at all} */
  public Growing<T> orNull() {
    return new Growing<>(beginning, true);
  }

  /** A value of which nothing has come. */
  Growth<T> begin() {
    return beginning.begin(takesNull);
  }
}
