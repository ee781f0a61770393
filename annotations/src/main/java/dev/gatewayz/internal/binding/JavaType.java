package dev.gatewayz.internal.binding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Java type as a template sees it. Properties are looked up when they are asked for. */
public interface JavaType {

  /** What it is to a template. */
  Kind kind();

  /**
   * What it is to JSON: there, an object of the user's is its properties, though it may say by its
   * own {@code toString()} how it reads.
   */
  Kind jsonKind();

  /** The constants of an enum that JSON has other names for, with these. */
  Map<String, String> renamed();

  /** The property that JSON writes in its place, if there is one. */
  Optional<Property> jsonValue();

  /** The types that JSON tells its values apart by, if it does. */
  Optional<Union> union();

  /** Whether the generated client can read values of it; if not, {@link #display} says why. */
  boolean isReadable();

  /** Whether it is a primitive type. */
  boolean isPrimitive();

  /** Whether it is a record without components, of which an empty object says all. */
  boolean isEmptyRecord();

  /** Whether its declaration says that it may be {@code null}. */
  boolean isNullable();

  /** The type as in source, without packages. */
  String display();

  /** Equal for equal types; what it is more than that, its maker knows. */
  Object name();

  /** Equal for types of which JSON shows the same. */
  Object jsonKey();

  /** The same type, known not to be {@code null}. */
  JavaType nonNull();

  /** What an optional, a collection, an array or a map holds. */
  JavaType component();

  /** A property by its name. */
  Optional<Property> property(String name);

  /** Why a property of that name, which there is, cannot be read; empty if it can, or is none. */
  Optional<String> obstacle(String name);

  /** The properties that make up its value, by the names that JSON has for them. */
  List<Property> data();

  /** The names of all properties. */
  List<String> properties();
}
