package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.IncrementalJson.Form;
import org.jspecify.annotations.Nullable;

/**
 * A value whose JSON is arriving, and what is known of it. What has ended is made into a value
 * once. Not thread-safe.
 *
 * @param <T> the value
 */
abstract class Growth<T> {
  private final boolean takesNull;
  private boolean known;
  private boolean ended;
  private boolean isNull;
  private @Nullable T value;

  /**
   * Nothing yet.
   *
   * @param takesNull whether {@code null} may stand there
   */
  Growth(boolean takesNull) {
    this.takesNull = takesNull;
  }

  /** How JSON is read that begins with that character. */
  final Form begin(char first) {
    return takesNull && first == 'n' ? Form.WHOLE : form(first);
  }

  /** As {@link #begin}, for anything but {@code null}. */
  abstract Form form(char first);

  /** Whether the next part may have that name. */
  boolean takes(String name) {
    return false;
  }

  /** The part that begins next, {@code null} for one that nobody wants. */
  @Nullable Growth<?> part() {
    throw new IllegalStateException("This has no parts.");
  }

  /** Takes more of a text; returns whether more of it is known then. */
  boolean text(CharSequence source, int start, int end) {
    return false;
  }

  /** Takes all of its JSON; returns whether it belongs there. */
  final boolean whole(String json) {
    isNull = takesNull && json.equals("null");
    return isNull || read(json);
  }

  /** As {@link #whole}, for anything but {@code null}. */
  boolean read(String json) {
    return false;
  }

  /** It has ended. */
  void end() {
    ended = true;
  }

  final boolean isNull() {
    return isNull;
  }

  /** Something of it is known. */
  final void know() {
    known = true;
  }

  final boolean isKnown() {
    return known || ended;
  }

  /** The value of what is known: what stands for nothing if that is nothing. */
  final @Nullable T value() {
    if (isNull || !isKnown()) {
      return nothing();
    }
    if (!ended) {
      return make();
    }
    T made = value;
    if (made == null) {
      made = make();
      value = made;
    }
    return made;
  }

  /** What stands for nothing: {@code null} where that may stand, else what is empty. */
  final @Nullable T nothing() {
    return takesNull ? null : empty();
  }

  /** The value without any parts, if there is one. */
  @Nullable T empty() {
    return null;
  }

  /** Makes a value of what is known. */
  abstract T make();

  /** How much {@link #value} has to copy: characters, elements and components. */
  final long cost() {
    return ended ? 1 : openCost();
  }

  /** As {@link #cost}, while it has not ended. */
  abstract long openCost();
}
