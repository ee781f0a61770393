package dev.gatewayz.spring;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.GatewayzTool;

/** Prompts with a tool that is a bean. */
@GatewayzClient(model = "gatewayz/openai/gpt-4o")
public interface Oracle {

  @GatewayzPrompt(value = "{{question}}", tools = Oracle.Weather.class)
  String ask(String question);

  /** A tool with a dependency of its own. */
  class Weather {
    private final String today;

    public Weather(String today) {
      this.today = today;
    }

    @GatewayzTool("Tells the weather of today.")
    String today() {
      return today;
    }
  }
}
