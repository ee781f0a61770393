package dev.gatewayz.testkit;

final class MockGateway {
  private MockGateway() {}
}
