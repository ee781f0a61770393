/** What prompts may answer, made in a test. */
module dev.gatewayz.testkit.fake {
  requires transitive dev.gatewayz;
  requires static org.jspecify;

  exports dev.gatewayz.testkit.fake;
}
