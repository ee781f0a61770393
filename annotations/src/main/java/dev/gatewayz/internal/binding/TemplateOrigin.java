package dev.gatewayz.internal.binding;

/** Where a template is written, as whoever has read it knows. */
public interface TemplateOrigin {

  /** Whether both are parts of one declaration. */
  boolean isBeside(TemplateOrigin other);
}
