package dev.gatewayz.internal.request;

import dev.gatewayz.internal.syntax.ModelName;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A model that is asked.
 *
 * @param name its name
 * @param opening the first bytes of a request to it
 */
record NamedModel(ModelName name, Opening opening) {

  /** The latest ones. Thread-safe; of two that have the same place the later one stays. */
  static final class Recent {
    private static final int SIZE = 64;

    private final AtomicReferenceArray<@Nullable NamedModel> places =
        new AtomicReferenceArray<>(SIZE);

    /**
     * The model of that name.
     *
     * @throws IllegalArgumentException if the name is none
     */
    NamedModel of(String name) {
      int hash = name.hashCode();
      int place = (hash ^ hash >>> 16) & (SIZE - 1);
      NamedModel found = places.get(place);
      if (found == null || !found.name.name().equals(name)) {
        ModelName model = new ModelName(name);
        found = new NamedModel(model, Opening.of(model));
        places.set(place, found);
      }
      return found;
    }
  }
}
