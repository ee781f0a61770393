package dev.gatewayz.benchmarks.client;

/**
 * Where the load server is.
 *
 * @param secure whether to use TLS
 * @param port on this machine
 */
public record Target(boolean secure, int port) {
  static final String HOST = "127.0.0.1";
  static final String PATH = "/v1/chat/completions";

  String base() {
    return (secure ? "https://" : "http://") + HOST + ":" + port;
  }
}
