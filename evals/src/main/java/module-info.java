/** Prompts over many cases, graded. */
module dev.gatewayz.eval {
  requires transitive dev.gatewayz;
  requires dev.gatewayz.testkit;
  requires static org.jspecify;
  requires transitive org.junit.jupiter.api;
  requires org.junit.platform.commons;
  requires tools.jackson.core;

  exports dev.gatewayz.eval;
}
