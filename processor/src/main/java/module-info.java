/** Checks prompt interfaces and generates their clients. Compile time only. */
module dev.gatewayz.processor {
  requires com.palantir.javapoet;
  requires dev.gatewayz.annotation;
  requires java.compiler;
  requires static com.google.auto.service;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      dev.gatewayz.processor.GatewayzProcessor;
}
