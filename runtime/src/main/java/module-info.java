/** The client. */
module dev.gatewayz {
  requires transitive dev.gatewayz.annotation;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.codec.http2;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.resolver;
  requires transitive io.netty.transport;
  requires static io.netty.transport.classes.epoll;
  requires static io.netty.transport.classes.io_uring;
  requires static io.netty.transport.classes.kqueue;
  requires static com.github.benmanes.caffeine;
  requires static io.opentelemetry.api;
  requires static io.opentelemetry.context;
  requires static micrometer.core;
  requires static org.jspecify;
  requires tools.jackson.core;

  exports dev.gatewayz;
  exports dev.gatewayz.batch;
  exports dev.gatewayz.chat;
  exports dev.gatewayz.codegen;
  exports dev.gatewayz.error;
  exports dev.gatewayz.gateway;
  exports dev.gatewayz.intercept;
  exports dev.gatewayz.observe;
  exports dev.gatewayz.telemetry;
  exports dev.gatewayz.usage;
}
