package dev.gatewayz.codegen;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of an object while its JSON arrives. Used by one thread. */
public final class Known {
  private final ObjectGrowth<?> object;

  Known(ObjectGrowth<?> object) {
    this.object = object;
  }

  /**
   * {@return what is known of a member, {@code null} for nothing}
   *
   * @param <V> the type that the object's {@link Growing} names for that member
   * @param name of the member, as in JSON
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <V> @Nullable V get(String name) {
    return (V) object.known(name);
  }

  /**
   * {@return what is known of a member that must be there, a list or a map: an empty one for
   * nothing}
   *
   * @param <V> the type that the object's {@link Growing} names for that member
   * @param name of the member, as in JSON
   */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <V> V present(String name) {
    V value = get(name);
    return Objects.requireNonNull(value, name);
  }
}
