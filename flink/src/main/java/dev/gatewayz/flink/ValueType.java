package dev.gatewayz.flink;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** The type of values that are written with names. Immutable. */
final class ValueType<T> extends WholeType<T> {
  private static final long serialVersionUID = 1;

  private final Class<T> type;

  ValueType(Class<T> type) {
    this.type = type;
    // Says at once what cannot be written.
    Shapes.of(type);
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new ValueSerializer<>(type);
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return true;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof ValueType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueType<?> value && type == value.type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    return "Value<" + type.getName() + ">";
  }
}
