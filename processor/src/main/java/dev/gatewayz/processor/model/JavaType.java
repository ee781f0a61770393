package dev.gatewayz.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/** A Java type as a template sees it. Properties are looked up when they are asked for. */
public interface JavaType {

  /** What it is to a template. */
  Kind kind();

  /** Whether it is a primitive type. */
  boolean isPrimitive();

  /** Whether its declaration says that it may be {@code null}. */
  boolean isNullable();

  /** The type as in source, without packages. */
  String display();

  /** The type, to declare a variable of it. */
  TypeName name();

  /** The same type, known not to be {@code null}. */
  JavaType nonNull();

  /** What an optional, a collection, an array or a map holds. */
  JavaType component();

  /** A property by its name. */
  Optional<Property> property(String name);

  /** Why a property of that name, which there is, cannot be read; empty if it can, or is none. */
  Optional<String> obstacle(String name);

  /** The properties that make up its value: components of records, getters and fields. */
  List<Property> data();

  /** The names of all properties. */
  List<String> properties();
}
