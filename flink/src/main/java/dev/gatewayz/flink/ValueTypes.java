package dev.gatewayz.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Types for rows and answers whose checkpoints can be read by the next version of a program.
 *
 * <p>Flink reads records by itself, but not sealed interfaces, {@code Optional} and {@code
 * java.time}, for which it falls back to Kryo, and so cannot go on after a change. These types
 * write names beside values. Then components may be added, if they are {@code Optional}, a list, a
 * set or a map, which are empty in what is older; may be taken away, and change places; {@code int}
 * may become {@code long} or {@code double}; sealed interfaces and enums may get more members.
 * Anything else is an error that names the component, never a value made up.
 */
public final class ValueTypes {
  private ValueTypes() {}

  /**
   * {@return the type of a record, sealed interface, enum, text, number or {@code java.time} value}
   * Components may be these, {@code Optional}, {@code List}, {@code Set}, {@code Map} and arrays of
   * them, {@code UUID} and {@code URI}.
   *
   * @param <T> the type
   * @param type its class
   * @throws IllegalArgumentException if it is something else, with the component that is
   */
  public static <T> TypeInformation<T> of(Class<T> type) {
    if (type == Void.class) {
      throw new IllegalArgumentException("Nothing is of the type Void.");
    }
    return new ValueType<>(type);
  }

  /**
   * {@return the type of lists of these}
   *
   * @param <T> the type of an element
   * @param element its class
   */
  public static <T> TypeInformation<java.util.List<T>> listOf(Class<T> element) {
    return Types.LIST(of(element));
  }
}
