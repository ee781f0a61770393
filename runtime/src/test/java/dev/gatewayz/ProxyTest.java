package dev.gatewayz;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.support.Wire;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Who is reached through a proxy. */
class ProxyTest {

  /** Its key goes there unencrypted, which a proxy would see. */
  @Test
  void thisMachineIsNeverReachedThroughAProxy() {
    for (String host : List.of("localhost", "127.0.0.2", "[::1]", "[0:0:0:0:0:0:0:1]")) {
      for (boolean byEnvironment : List.of(true, false)) {
        try (FaultServer proxy = FaultServer.start()) {
          proxy.otherwise(connection -> connection.send("HTTP/1.1 502 Bad Gateway\r\n\r\n"));
          String address = "http://127.0.0.1:" + proxy.port();
          Map<String, String> environment = byEnvironment ? Map.of("ALL_PROXY", address) : Map.of();
          GatewayzBuilder builder =
              new GatewayzBuilder(environment, new Properties())
                  .apiKey(Wire.KEY)
                  .apiBase("http://" + host + ":1")
                  .maxRetries(0);
          if (!byEnvironment) {
            builder.proxy(address);
          }
          try (Gatewayz client = builder.build()) {
            assertThatThrownBy(() -> client.complete(ask("Hi")))
                .isInstanceOf(ConnectionException.class);
          }
          assertThat(proxy.connections()).as(host).isZero();
        }
      }
    }
  }
}
