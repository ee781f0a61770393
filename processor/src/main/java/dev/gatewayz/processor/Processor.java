package dev.gatewayz.processor;

@org.jspecify.annotations.NullMarked
final class Processor {
  private Processor() {}
}
