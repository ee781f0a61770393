/** What a user writes on prompt interfaces, and the template language. Depends on nothing. */
@SuppressWarnings("module") // Those that it exports to are built later.
module dev.gatewayz.annotation {
  requires static org.jspecify;

  exports dev.gatewayz.annotation;
  exports dev.gatewayz.internal.binding to
      dev.gatewayz,
      dev.gatewayz.processor;
  exports dev.gatewayz.internal.template to
      dev.gatewayz,
      dev.gatewayz.processor;
}
