package dev.gatewayz.processor.compile;

/**
 * What a value has from the parameter that it came in by.
 *
 * @param json how far {@code @Json} reaches
 * @param untrusted the parameter, if nobody vouches for its text; else empty
 */
record Traits(Json json, String untrusted) {
  static final Traits NONE = new Traits(Json.NONE, "");

  /** How far {@code @Json} reaches. */
  enum Json {
    /** It is not there. */
    NONE,
    /** This is the parameter itself. */
    WHOLE,
    /** This is a part of it: plain values are text, others JSON. */
    PART
  }

  /** What a part of the value has. */
  Traits ofPart() {
    return json == Json.WHOLE ? new Traits(Json.PART, untrusted) : this;
  }
}
