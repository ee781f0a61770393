package dev.gatewayz.spring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.spring.GatewayzAutoConfiguration;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A browser reads an answer while it is written, and the gateway stops when it leaves. */
class StreamingTest {
  private static final Pattern SHOWN =
      Pattern.compile("```java \\[\\w+]\n(.+?)```", Pattern.DOTALL);

  private static final Path SOURCES = Path.of("src/test/java/dev/gatewayz/spring/stream");

  /** They tell of their start; held, for a level goes with its logger. */
  private static final List<Logger> TALKATIVE =
      List.of(Logger.getLogger("org.springframework"), Logger.getLogger("org.apache"));

  private static final Duration PACE = Duration.ofMillis(5);

  private MockGateway gateway;
  private final Gate rest = Gate.closed();

  @BeforeEach
  void start() {
    TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    gateway = MockGateway.start();
  }

  @AfterEach
  void stop() {
    rest.open();
    gateway.close();
    TALKATIVE.forEach(logger -> logger.setLevel(null));
  }

  @Test
  void webFluxSendsEventsAndCancels() throws Exception {
    try (ConfigurableApplicationContext server =
        server(Reactive.class, WebApplicationType.REACTIVE)) {
      readsWhole(server, "/events", "data:{\"text\":\"old\"}", "data:{\"text\":\" pond\"}");
      leavesSilence(server, "/events", "data:{\"text\":\"old\"}");
    }
  }

  @Test
  void servletsSendEventsOrTextAndCancel() throws Exception {
    try (ConfigurableApplicationContext server =
        server(Servlet.class, WebApplicationType.SERVLET)) {
      readsWhole(server, "/events", "data:{\"text\":\"old\"}", "data:{\"text\":\" pond\"}");
      readsWhole(server, "/text", "old pond");
      leavesText(server, "/events", "data:{\"text\":\"old\\n\"}");
      leavesText(server, "/text", "old");
    }
  }

  @Test
  void theGuideShowsWhatRuns() throws IOException {
    Matcher shown = SHOWN.matcher(Files.readString(Path.of("../docs/streaming.md")));
    for (String file : List.of("Verses", "ReactiveVerses", "ServletVerses")) {
      assertThat(shown.find()).as(file).isTrue();
      assertThat(squeezed(Files.readString(SOURCES.resolve(file + ".java"))))
          .contains(squeezed(shown.group(1)));
    }
    assertThat(shown.find()).isFalse();
  }

  private static String squeezed(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }

  /** The end of the answer waits until the browser has read the beginning. */
  private void readsWhole(ConfigurableApplicationContext server, String path, String... lines)
      throws Exception {
    Gate second = Gate.closed();
    gateway.reply(Reply.chunks("old", " pond").after(2, Step.await(second)));
    try (Browser browser = Browser.open(server, path)) {
      browser.awaitBytes();
      second.open();
      for (String line : lines) {
        assertThat(browser.line()).isEqualTo(line);
      }
      assertThat(browser.line()).isNull();
    }
  }

  /** Nothing is written any more, and the server must notice all the same. */
  private void leavesSilence(ConfigurableApplicationContext server, String path, String first)
      throws Exception {
    leaves(server, path, first, Reply.chunks("old", " pond").after(2, Step.await(rest)));
  }

  /** A servlet container notices by what it writes. */
  private void leavesText(ConfigurableApplicationContext server, String path, String first)
      throws Exception {
    List<String> chunks = new ArrayList<>(List.of("old\n"));
    chunks.addAll(Collections.nCopies(1_000, "pond\n"));
    leaves(server, path, first, Reply.chunks(chunks).beforeEach(Step.pause(PACE)));
  }

  private void leaves(ConfigurableApplicationContext server, String path, String first, Reply reply)
      throws Exception {
    int before = gateway.counters().resetsReceived();
    gateway.reply(reply);
    try (Browser browser = Browser.open(server, path)) {
      assertThat(browser.line()).isEqualTo(first);
    }
    gateway.awaitCounters(counters -> counters.resetsReceived() == before + 1);
  }

  private ConfigurableApplicationContext server(Class<?> application, WebApplicationType type) {
    return new SpringApplicationBuilder(application)
        .web(type)
        .properties(
            Map.of(
                "server.port", "0",
                "server.address", "localhost",
                "spring.main.banner-mode", "off",
                "spring.main.log-startup-info", "false",
                "spring.main.lazy-initialization", "true",
                "gatewayz.api-key", "test",
                "gatewayz.api-base", gateway.apiBase(),
                "gatewayz.connection.http2-prior-knowledge", "true",
                // Tomcat warns of threads that have not ended when it does.
                "spring.task.execution.shutdown.await-termination", "true",
                "spring.task.execution.shutdown.await-termination-period", "30s"))
        .run();
  }

  /** Reads as a browser does, line by line, what has come. */
  private static final class Browser implements AutoCloseable {
    private final InputStream body;
    private final BufferedReader lines;

    private Browser(InputStream body) {
      this.body = body;
      lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    static Browser open(ConfigurableApplicationContext server, String path) throws Exception {
      String port = server.getEnvironment().getRequiredProperty("local.server.port");
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + "?topic=frogs"))
              .build();
      HttpResponse<InputStream> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      return new Browser(response.body());
    }

    void awaitBytes() throws IOException {
      lines.mark(1);
      lines.read();
      lines.reset();
    }

    /** The next line that is not empty. */
    String line() throws IOException {
      String line = lines.readLine();
      while (line != null && line.isEmpty()) {
        line = lines.readLine();
      }
      return line;
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(ReactiveVerses.class)
  @ImportAutoConfiguration({
    GatewayzAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    CodecsAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class
  })
  static class Reactive {}

  @Configuration(proxyBeanMethods = false)
  @Import(ServletVerses.class)
  @ImportAutoConfiguration({
    GatewayzAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    TaskExecutionAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  static class Servlet {}
}
