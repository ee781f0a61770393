package dev.gatewayz.processor.model;

/** A time that a phase of a call may take, in the order of generated code. */
public enum Deadline {
  ACQUIRE("acquire"),
  FIRST_TOKEN("firstToken"),
  IDLE("idle"),
  TOTAL("total");

  private final String attribute;

  Deadline(String attribute) {
    this.attribute = attribute;
  }

  /** What it is called in the annotation. */
  public String attribute() {
    return attribute;
  }
}
