package dev.gatewayz.processor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.testkit.schema.OpenAiSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A gateway that answers everything alike, as it was told last, and keeps the requests. */
final class RecordingGateway implements AutoCloseable {
  private static final String ANSWER =
      """
      {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,\
      "message":{"role":"assistant","content":%s},"finish_reason":"stop"}]}""";
  private static final String STREAM =
      """
      data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m",\
      "choices":[{"index":0,"delta":{"role":"assistant","content":%s},"finish_reason":"stop"}]}

      data: [DONE]

      """;

  static {
    // The body follows the head at once, and does not wait until that was acknowledged.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private volatile String content = "\"Yes.\"";
  private final Gatewayz gatewayz;

  RecordingGateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
    gatewayz = Gatewayz.builder().apiKey("test").apiBase(apiBase()).build();
  }

  /** Where it listens. */
  String apiBase() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The client of this gateway. */
  Gatewayz gatewayz() {
    return gatewayz;
  }

  /** Answers with this text from now on. */
  void answer(String text) {
    content = Json.string(text);
  }

  /** Drops the requests so far. */
  void forget() {
    requests.clear();
  }

  /** How many requests have come that nobody looked at. */
  int requests() {
    return requests.size();
  }

  /** The body of the next request, which must have been sent and be one that OpenAI documents. */
  String request() {
    String request = requests.poll();
    if (request == null) {
      throw new AssertionError("No request was sent.");
    }
    OpenAiSchemas.assertChatRequest(request);
    return request;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(request);
    boolean isStream = request.contains("\"stream\":true");
    byte[] answer =
        (isStream ? STREAM : ANSWER).formatted(content).getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", isStream ? "text/event-stream" : "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    gatewayz.close();
    server.stop(0);
  }
}
