package dev.gatewayz.internal.binding;

/**
 * What a value has from the parameter that it came in by.
 *
 * @param json how far {@code @Json} reaches
 * @param untrusted the parameter, if its text is untrusted; else empty
 */
record Traits(JsonReach json, String untrusted) {
  static final Traits NONE = new Traits(JsonReach.NONE, "");

  /** How far {@code @Json} reaches. */
  enum JsonReach {
    /** It is not there. */
    NONE,
    /** This is the parameter itself. */
    WHOLE,
    /** This is a part of it: plain values are text, others JSON. */
    PART
  }

  /** What a part of the value has. */
  Traits ofPart() {
    return json == JsonReach.WHOLE ? new Traits(JsonReach.PART, untrusted) : this;
  }
}
