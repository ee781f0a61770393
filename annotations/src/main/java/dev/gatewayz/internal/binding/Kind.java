package dev.gatewayz.internal.binding;

/** What a Java type is to a template. */
public enum Kind {
  /** {@code CharSequence}: text; false if empty. */
  STRING,
  /** A character. */
  CHARACTER,
  /** {@code true} or {@code false}, text and condition. */
  BOOLEAN,
  /** A primitive number or its box: text; false if zero. */
  NUMBER,
  /** {@code BigDecimal} and {@code BigInteger}: text; false if zero. */
  BIG_NUMBER,
  /** Any other {@code Number}. */
  OTHER_NUMBER,
  /** A constant of an enum. */
  ENUM,
  /** A type that says by its own {@code toString()} how it reads. */
  TEXT,
  /** {@code Optional}. */
  OPTIONAL,
  /** {@code OptionalInt}. */
  OPTIONAL_INT,
  /** {@code OptionalLong}. */
  OPTIONAL_LONG,
  /** {@code OptionalDouble}. */
  OPTIONAL_DOUBLE,
  /** Elements that know whether there are any. */
  COLLECTION,
  /** Elements that only can be gone through. */
  ITERABLE,
  /** An array. */
  ARRAY,
  /** Values by names. */
  MAP,
  /** A map whose keys are no strings. */
  OTHER_MAP,
  /** A record or an object with properties, and no text of its own. */
  OBJECT,
  /** What can be read once only: streams, iterators, publishers, futures. */
  ONCE,
  /** {@code CallOptions}. */
  OPTIONS,
  /** A message of a conversation. */
  MESSAGE,
  /** A part of a message: an image, sound, a file. */
  PART;

  /** Whether {@code {{x}}} has a text to render. */
  public boolean isText() {
    return switch (this) {
      case STRING, CHARACTER, BOOLEAN, NUMBER, BIG_NUMBER, OTHER_NUMBER, ENUM, TEXT -> true;
      default -> false;
    };
  }

  /** Whether it may hold one value or none. */
  public boolean isOptional() {
    return switch (this) {
      case OPTIONAL, OPTIONAL_INT, OPTIONAL_LONG, OPTIONAL_DOUBLE -> true;
      default -> false;
    };
  }

  /** Whether it reaches the model, or the call, without a template. */
  public boolean isPassedOn() {
    return this == OPTIONS || this == MESSAGE || this == PART;
  }

  /** Whether a section is rendered once for each element. */
  public boolean hasElements() {
    return this == COLLECTION || this == ITERABLE || this == ARRAY;
  }

  /** Whether the names inside a section mean its properties; plain values have none there. */
  public boolean isScope() {
    return switch (this) {
      case ENUM, TEXT, OBJECT, MAP -> true;
      default -> false;
    };
  }
}
