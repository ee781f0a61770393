package dev.gatewayz.flink;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import java.util.concurrent.CompletableFuture;

/** The prompts of the tests. */
@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
public interface Tickets {

  /** Typed. */
  @GatewayzPrompt("Which team takes this ticket, and how urgent is it? {{text}}")
  CompletableFuture<Team> team(String text);

  /** Text. */
  @GatewayzPrompt("Say it back: {{text}}")
  CompletableFuture<String> echo(String text);

  /** Text, of a better model. */
  @GatewayzPrompt(model = "gatewayz/openai/gpt-4o", value = "Say it back: {{text}}")
  CompletableFuture<String> betterEcho(String text);

  /** An answer. */
  record Team(String name, int urgency) {}

  /** A row. */
  record Ticket(int id, String text) {}
}
