package dev.gatewayz.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Property;
import dev.gatewayz.internal.binding.Union;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of a property that a generated client cannot read.
 *
 * @param display the property, and why that is so
 */
record Unreadable(String display) implements JavaType {

  /**
   * What code of the user's writes, which runs with a JSON library alone.
   *
   * @param code the class, as in {@code app.Mask}
   * @param place what it writes, as in {@code User.getPin()}
   */
  static Unreadable writtenBy(String code, String place) {
    return new Unreadable(place + ", which " + code + " decides how to write");
  }

  /** All that JSON would have of an object, in a place that the client does not see. */
  static Unreadable hidden(String place) {
    return new Unreadable(place + ", which is all of its JSON and not visible to the client");
  }

  @Override
  public Kind kind() {
    return Kind.ONCE;
  }

  @Override
  public Kind jsonKind() {
    return Kind.ONCE;
  }

  @Override
  public Map<String, String> renamed() {
    return Map.of();
  }

  @Override
  public Optional<Property> jsonValue() {
    return Optional.empty();
  }

  @Override
  public Optional<Union> union() {
    return Optional.empty();
  }

  @Override
  public boolean isReadable() {
    return false;
  }

  @Override
  public boolean isPrimitive() {
    return false;
  }

  @Override
  public boolean isEmptyRecord() {
    return false;
  }

  @Override
  public boolean isNullable() {
    return false;
  }

  @Override
  public Object jsonKey() {
    return this;
  }

  @Override
  public TypeName name() {
    return ClassName.get(Object.class);
  }

  @Override
  public JavaType nonNull() {
    return this;
  }

  @Override
  public JavaType component() {
    throw new IllegalStateException(display);
  }

  @Override
  public Optional<Property> property(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<String> obstacle(String name) {
    return Optional.empty();
  }

  @Override
  public List<Property> data() {
    return List.of();
  }

  @Override
  public List<String> properties() {
    return List.of();
  }
}
