package dev.gatewayz;

import dev.gatewayz.codegen.CodegenFormat;
import dev.gatewayz.codegen.PromptClient;

/** Enters the client as generated code does. */
public final class Prompts {
  private Prompts() {}

  /** What generated code of these tests calls. */
  public static PromptClient of(Gatewayz gatewayz) {
    return PromptClient.of(gatewayz, CodegenFormat.CURRENT, "Tests");
  }
}
