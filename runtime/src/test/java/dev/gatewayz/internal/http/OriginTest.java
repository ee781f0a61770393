package dev.gatewayz.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "gateway.localhost",
        "127.0.0.1",
        "127.9.9.9",
        "::1",
        "0:0:0:0:0:0:0:1",
        "0::1",
        "::ffff:127.0.0.1"
      })
  void thisMachineIsLoopback(String host) {
    assertThat(new Origin(false, host, 80).isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1.evil.com", "localhost.evil.com", "10.0.0.1", "::2", "0.0.0.0", "::"})
  void otherMachinesAreNot(String host) {
    assertThat(new Origin(false, host, 80).isLoopback()).isFalse();
  }
}
