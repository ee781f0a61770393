package dev.gatewayz;

import dev.gatewayz.codegen.PromptClient;

/** A client of the Gatewayz gateway. */
public final class Gatewayz implements AutoCloseable {
  private final PromptClient prompts = new PromptClient();

  private Gatewayz() {}

  /** What generated clients call. */
  public PromptClient prompts() {
    return prompts;
  }

  @Override
  public void close() {}
}
