package dev.gatewayz.support;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.testkit.MockGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A gateway and a client of it for all tests of a class; the client repeats nothing. */
public abstract class SharedCalls {
  /** What a test asks when it does not matter what. */
  protected static final ChatRequest HELLO = Asking.ask("Hello");

  /** The gateway. */
  protected static MockGateway gateway;

  /** The client, over HTTP/2. */
  protected static Gatewayz client;

  @BeforeAll
  static void start() {
    gateway = MockGateway.start();
    client = Wire.H2C.client(gateway).build();
  }

  @AfterAll
  static void stop() {
    client.close();
    gateway.close();
  }

  @AfterEach
  final void forget() {
    SentRequests.assertValid(gateway);
    gateway.reset();
  }
}
