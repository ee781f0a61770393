package dev.gatewayz.observe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link CallSubject} as it was read. */
record CallSubjectValue(
    long sequence,
    @Nullable String promptId,
    @Nullable String promptHash,
    boolean promptOverridden,
    String model,
    boolean streamed,
    Map<String, String> tags,
    Map<String, Object> attributes)
    implements CallSubject {

  /** Copies the collections. */
  CallSubjectValue {
    tags = tags.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    attributes =
        attributes.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  @Override
  public String toString() {
    return "CallSubject["
        + "sequence="
        + sequence
        + ", promptId="
        + promptId
        + ", promptHash="
        + promptHash
        + ", promptOverridden="
        + promptOverridden
        + ", model="
        + model
        + ", streamed="
        + streamed
        + ", tags="
        + tags
        + ", attributes="
        + attributes
        + "]";
  }
}
