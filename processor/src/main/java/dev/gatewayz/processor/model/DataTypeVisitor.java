package dev.gatewayz.processor.model;

/** One case for each kind of type that JSON carries. */
public interface DataTypeVisitor<R> {

  /** A value without parts. */
  R plain(DataType.Plain plain);

  /** A constant of an enum. */
  R choice(DataType.Choice choice);

  /** Any number of values. */
  R elements(DataType.Elements elements);

  /** Values by names. */
  R entries(DataType.Entries entries);

  /** A value that may be absent. */
  R maybe(DataType.Maybe maybe);

  /** A record that is the only value it holds. */
  R wrapped(DataType.Wrapped wrapped);

  /** A record or a union. */
  R defined(DataType.Defined defined);
}
