package dev.gatewayz.sample;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.processor.GatewayzProcessor;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.InetSocketAddress;
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
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Services on Netty and JAX-RS, as the guide shows them, send an answer on while it is written, and
 * the gateway stops when the browser leaves.
 */
class StreamingGuideTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.+?)```", Pattern.DOTALL);
  private static final Duration PACE = Duration.ofMillis(5);

  private static final String IMPORTS =
      """
      package guide;
      import dev.gatewayz.*;
      import dev.gatewayz.annotation.*;
      import io.netty.buffer.*;
      import io.netty.channel.*;
      import io.netty.handler.codec.http.*;
      import jakarta.inject.Inject;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import jakarta.ws.rs.sse.*;
      import java.nio.charset.StandardCharsets;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.Stream;
      import org.glassfish.jersey.inject.hk2.AbstractBinder;
      import org.glassfish.jersey.server.ResourceConfig;
      """;

  private static final String VERSES =
      """
      @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
      interface Verses {
        @GatewayzPrompt("Write verses about {{topic}}.")
        AnswerStream<String> stream(String topic);
      }
      """;

  private static final String SERVICE =
      """
      @ChannelHandler.Sharable
      public class Service extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final Verses verses;
        public Service(Gatewayz gatewayz) { verses = new GatewayzVerses(gatewayz); }
        @Override protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
          verses.stream("frogs").subscribe(new Pieces(context));
        }
      }
      """;

  private static final String RESOURCES =
      """
      public class Resources {
        public static ResourceConfig of(Gatewayz gatewayz, Executor executor) {
          return new ResourceConfig(VersesResource.class)
              .register(
                  new AbstractBinder() {
                    @Override protected void configure() {
                      bind(new GatewayzVerses(gatewayz)).to(Verses.class);
                      bind(executor).to(Executor.class);
                    }
                  });
        }
      }
      """;

  /** It tells of its start; held, for a level goes with its logger. */
  private static final Logger GRIZZLY = Logger.getLogger("org.glassfish");

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Gate rest = Gate.closed();
  private MockGateway gateway;
  private Gatewayz client;

  @BeforeEach
  void start() {
    GRIZZLY.setLevel(Level.WARNING);
    gateway = MockGateway.start();
    client =
        Gatewayz.builder()
            .apiKey("test")
            .apiBase(gateway.apiBase())
            .http2PriorKnowledge()
            .noProxy()
            .eventLoopGroup(loops)
            .build();
  }

  @AfterEach
  void stop() {
    rest.open();
    client.close();
    executor.shutdown();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    gateway.close();
    GRIZZLY.setLevel(null);
  }

  @Test
  void nettySendsTextAndCancels() throws Exception {
    ChannelHandler service =
        (ChannelHandler)
            compiled("## Netty", "Pieces", "Service", SERVICE)
                .getConstructor(Gatewayz.class)
                .newInstance(client);
    Channel server = server(service);
    try {
      URI address =
          URI.create("http://localhost:" + ((InetSocketAddress) server.localAddress()).getPort());
      readsWhole(address, "old", " pond");
      leaves(address, "old", Reply.chunks("old", " pond").after(2, Step.await(rest)));
    } finally {
      server.close().syncUninterruptibly();
    }
  }

  private Channel server(ChannelHandler service) {
    return new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel
                    .pipeline()
                    .addLast(new HttpServerCodec(), new HttpObjectAggregator(1_024), service);
              }
            })
        .bind("localhost", 0)
        .syncUninterruptibly()
        .channel();
  }

  @Test
  void jaxRsSendsEventsAndCancels() throws Exception {
    ResourceConfig resources =
        (ResourceConfig)
            compiled("## JAX-RS", "VersesResource", "Resources", RESOURCES)
                .getMethod("of", Gatewayz.class, Executor.class)
                .invoke(null, client, executor);
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://localhost:0/"),
            resources.property(ServerProperties.WADL_FEATURE_DISABLE, true).register(new Json()));
    try {
      URI address =
          URI.create(
              "http://localhost:"
                  + server.getListener("grizzly").getPort()
                  + "/verses?topic=frogs");
      readsWhole(address, "data: {\"text\":\"old\"}\n\n", "data: {\"text\":\" pond\"}\n\n");
      // The container notices by what it writes.
      List<String> chunks = new ArrayList<>(List.of("old"));
      chunks.addAll(Collections.nCopies(1_000, " pond"));
      leaves(
          address, "data: {\"text\":\"old\"}", Reply.chunks(chunks).beforeEach(Step.pause(PACE)));
    } finally {
      server.shutdownNow();
    }
  }

  /** The end of the answer waits until the browser has read the beginning. */
  private void readsWhole(URI address, String first, String second) throws Exception {
    Gate gate = Gate.closed();
    gateway.reply(Reply.chunks("old", " pond").after(2, Step.await(gate)));
    try (InputStream body = open(address)) {
      assertThat(read(body, first)).contains(first);
      gate.open();
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).contains(second);
    }
  }

  private void leaves(URI address, String first, Reply reply) throws Exception {
    int before = gateway.counters().resetsReceived();
    gateway.reply(reply);
    try (InputStream body = open(address)) {
      assertThat(read(body, first)).contains(first);
    }
    gateway.awaitCounters(counters -> counters.resetsReceived() == before + 1);
  }

  private static InputStream open(URI address) throws Exception {
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** What comes until this text has come, or the body has ended. */
  private static String read(InputStream body, String awaited) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = 0; next >= 0 && text.indexOf(awaited) < 0; ) {
      next = body.read();
      text.append((char) next);
    }
    return text.toString();
  }

  /** A section of the guide, and code that calls it; gives the class of that. */
  private static Class<?> compiled(String section, String shown, String name, String caller)
      throws Exception {
    String guide = Files.readString(Path.of("../docs/streaming.md"));
    Matcher block = BLOCK.matcher(guide);
    assertThat(block.find(guide.indexOf(section))).isTrue();
    Compilation compilation =
        javac()
            .withOptions("-Xlint:all,-classfile,-processing", "-Werror")
            .withProcessors(new GatewayzProcessor())
            .compile(
                JavaFileObjects.forSourceString("guide.Verses", IMPORTS + VERSES),
                JavaFileObjects.forSourceString("guide." + shown, IMPORTS + block.group(1)),
                JavaFileObjects.forSourceString("guide." + name, IMPORTS + caller));
    assertThat(compilation).succeededWithoutWarnings();
    return new Compiled(compilation).loadClass("guide." + name);
  }

  /** As much of a provider of JSON as the example needs. */
  private static final class Json implements MessageBodyWriter<Map<?, ?>> {
    @Override
    public boolean isWriteable(
        Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
      return Map.class.isAssignableFrom(type)
          && mediaType.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    @Override
    public void writeTo(
        Map<?, ?> value,
        Class<?> type,
        Type generic,
        Annotation[] annotations,
        MediaType mediaType,
        MultivaluedMap<String, Object> headers,
        OutputStream out)
        throws IOException {
      out.write(("{\"text\":\"" + value.get("text") + "\"}").getBytes(StandardCharsets.UTF_8));
    }
  }
}
