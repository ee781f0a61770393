package dev.gatewayz.sample;

final class Main {
  private Main() {}
}
