package dev.gatewayz.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Simple calls by the JDK's client: HTTP/1.1 in cleartext, whatever ALPN agrees on over TLS. */
final class PlainClient {
  private final HttpClient client;
  private final String base;

  private PlainClient(HttpClient client, String base) {
    this.client = client;
    this.base = base;
  }

  static PlainClient cleartext(MockGateway gateway) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();
    return new PlainClient(client, gateway.apiBase());
  }

  static PlainClient tls(MockGateway gateway) {
    return new PlainClient(
        HttpClient.newBuilder().sslContext(trusting(gateway)).build(), gateway.tlsApiBase());
  }

  static SSLContext trusting(MockGateway gateway) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(gateway.trustStore());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  HttpResponse<String> chat(String json) {
    return post("/v1/chat/completions", json);
  }

  /** The data of the events of a streamed answer, {@code [DONE]} included. */
  List<String> stream(String json) {
    return data(chat(json).body());
  }

  /** The data of the events in a body, which has one line for each. */
  static List<String> data(String body) {
    return body.lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> line.substring(6))
        .toList();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10));
    return headers.length == 0 ? request : request.headers(headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
