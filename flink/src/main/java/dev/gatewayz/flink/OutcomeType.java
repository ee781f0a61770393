package dev.gatewayz.flink;

import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * The type of what comes of rows. Immutable.
 *
 * @param <T> outcomes, answers or dead letters, which are the same to the serializer
 */
final class OutcomeType<I, O, T> extends WholeType<T> {
  private static final long serialVersionUID = 1;

  private final TypeInformation<I> row;
  private final TypeInformation<O> value;

  private OutcomeType(TypeInformation<I> row, TypeInformation<O> value) {
    this.row = row;
    this.value = value;
  }

  static <I, O, T> OutcomeType<I, O, T> of(TypeInformation<I> row, TypeInformation<O> value) {
    return new OutcomeType<>(row, value);
  }

  @Override
  @SuppressWarnings("unchecked") // The serializer takes all outcomes; T is one of their interfaces.
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return (TypeSerializer<T>)
        new OutcomeSerializer<>(row.createSerializer(config), value.createSerializer(config));
  }

  @Override
  @SuppressWarnings("unchecked") // As above.
  public Class<T> getTypeClass() {
    return (Class<T>) (Class<?>) Object.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof OutcomeType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutcomeType<?, ?, ?> type
        && row.equals(type.row)
        && value.equals(type.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(row, value);
  }

  @Override
  public String toString() {
    return "Outcome<" + row + ", " + value + ">";
  }
}
