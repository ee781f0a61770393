package dev.gatewayz.support;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.fault.FaultServer;
import java.time.Duration;

/** What tests ask, and whom. */
public final class Asking {
  /** How long to wait for what must come. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private Asking() {}

  /** A request that says this. */
  public static ChatRequest ask(String text) {
    return ChatRequest.builder().model("gatewayz/openai/gpt-4o-mini").user(text).build();
  }

  /** A prompt that says hello. */
  public static Prompt greeting(String id) {
    return Prompt.of(
        id, "0", "gatewayz/openai/gpt-4o-mini", "", "{\"role\":\"user\",\"content\":\"Hello\"}");
  }

  /** A client of that server by HTTP/2, which does not repeat anything. */
  public static GatewayzBuilder http2(FaultServer server) {
    return http1(server).http2PriorKnowledge();
  }

  /** A client of that server by HTTP/1.1, which does not repeat anything. */
  public static GatewayzBuilder http1(FaultServer server) {
    return Gatewayz.builder().apiKey(Wire.KEY).apiBase(server.apiBase()).noProxy().maxRetries(0);
  }
}
