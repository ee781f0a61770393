package dev.gatewayz.support;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.testkit.MockGateway;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A gateway and a client of it, fresh for each test. */
public abstract class Calls {
  /** What a test asks when it does not matter what. */
  protected static final ChatRequest HELLO = Asking.ask("Hello");

  /** The gateway. */
  protected MockGateway gateway;

  private Gatewayz client;

  @BeforeEach
  final void startGateway() {
    gateway = MockGateway.start();
  }

  @AfterEach
  final void closeAll() {
    if (client != null) {
      client.close();
    }
    SentRequests.assertValid(gateway);
    gateway.close();
  }

  /** The client of the test, over HTTP/2; retries without waiting. */
  protected final Gatewayz client(UnaryOperator<GatewayzBuilder> settings) {
    client = settings.apply(Wire.H2C.client(gateway).retries(Wire.promptly(2))).build();
    return client;
  }

  /** The client of the test, as it is by default. */
  protected final Gatewayz client() {
    return client(builder -> builder);
  }
}
