/** A gateway to test against. */
module dev.gatewayz.testkit {
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.codec.http2;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.pkitesting;
  requires io.netty.transport;
  requires java.net.http;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;
  requires tools.jackson.core;

  exports dev.gatewayz.testkit;
}
