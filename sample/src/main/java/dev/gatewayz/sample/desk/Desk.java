package dev.gatewayz.sample.desk;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.sample.EarningsCall;
import dev.gatewayz.sample.http.HttpServer;
import dev.gatewayz.sample.http.Routes;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.usage.Budget;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An analyst's desk in the browser. Its server and its client run on the same event loops: the
 * connection to the browser, the call, and the connection to the gateway have one thread. With
 * {@code GATEWAYZ_API_KEY} the real gateway answers, without it one inside this program.
 */
public final class Desk implements AutoCloseable {
  /** The property that leaves the gateway inside this program without budgets, for a load. */
  private static final String UNLIMITED = "desk.unlimited";

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofSeconds(60);

  private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
  private final Gatewayz gatewayz;
  private final HttpServer server;
  private final MetricsFeed feed;
  private final Settings settings;

  /** Makes a desk; its gateway need not be there yet. */
  Desk(GatewayzBuilder builder, Settings settings) {
    this.settings = settings;
    Metrics metrics = new Metrics();
    gatewayz =
        builder
            .eventLoopGroup(loops)
            .listener(metrics)
            .contextCarrier(Lane.carrier())
            .listener(Lane.listener())
            .build();
    EarningsCall call = EarningsCall.northwind();
    Routes routes = new Routes();
    Assets.addTo(routes);
    new AnswerRoutes(gatewayz, call, settings.models().get(0), settings.witness()).addTo(routes);
    routes.get(
        "/api/about",
        new AboutRoute(gatewayz, call, settings.gateway(), settings.models(), Clock.systemUTC()));
    feed = new MetricsFeed(gatewayz, metrics, Clock.systemUTC(), loops.next(), settings.tick());
    routes.get("/api/metrics", feed);
    server = new HttpServer(loops, routes, settings.idle());
  }

  /**
   * Lets browsers in.
   *
   * @throws IOException if somebody else has the port
   */
  Desk open() throws IOException {
    server.bind(settings.port());
    return this;
  }

  /**
   * How a desk is set up.
   *
   * @param gateway what the page calls it
   * @param models those that are asked if nobody chooses
   * @param tick how often the charts move
   * @param idle how long a browser may not read
   */
  record Settings(
      int port,
      String gateway,
      List<String> models,
      Witness witness,
      Duration tick,
      Duration idle) {
    static Settings of(int port, String gateway, List<String> models, Witness witness) {
      return new Settings(port, gateway, models, witness, TICK, IDLE);
    }
  }

  /** Serves the page until the program is ended; the port may be an argument. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int port = args.length == 0 ? 8080 : Integer.parseInt(args[0]);
    String key = System.getenv("GATEWAYZ_API_KEY");
    if (key == null || key.isBlank()) {
      try (MockGateway gateway = DeskGateway.start()) {
        out.println("GATEWAYZ_API_KEY is not set: a gateway inside this program answers.");
        serve(out, embedded(gateway), DeskGateway.settings(gateway, port));
      }
    } else {
      out.println("GATEWAYZ_API_KEY is set: the real gateway answers, and bills.");
      serve(out, real(), realSettings(port));
    }
  }

  private static void serve(PrintStream out, GatewayzBuilder builder, Settings settings)
      throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    try (Desk desk = new Desk(builder, settings)) {
      desk.open();
      Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
      out.println("The desk is open at " + desk.url() + "  (Ctrl-C closes it)");
      end.await();
    } catch (IOException e) {
      out.println("Port " + settings.port() + " cannot be had: " + e.getMessage());
    }
  }

  /** Of the real gateway, for no more than a dollar a day, whoever finds the page. */
  private static GatewayzBuilder real() {
    return limited(Gatewayz.builder().pricesFromCatalogue());
  }

  private static Settings realSettings(int port) {
    return Settings.of(
        port,
        "Gatewayz",
        List.of(
            "gatewayz/openai/gpt-4o-mini",
            "gatewayz/anthropic/claude-sonnet-4",
            "gatewayz/google/gemini-2.5-flash"),
        Witness.NONE);
  }

  static GatewayzBuilder embedded(MockGateway gateway) {
    GatewayzBuilder builder =
        Gatewayz.builder()
            .apiKey("none-needed")
            .apiBase(gateway.tlsApiBase())
            .trust(gateway.certificate())
            .noProxy()
            .pricesFromCatalogue();
    return Boolean.getBoolean(UNLIMITED) ? builder : limited(builder);
  }

  private static GatewayzBuilder limited(GatewayzBuilder builder) {
    return builder
        .budget(Budget.cost("a day's money", "1.00", Duration.ofDays(1)))
        .budget(Budget.calls("calls a minute", 60, Duration.ofMinutes(1)));
  }

  /** Where the browser finds it. */
  String url() {
    return server.url();
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    feed.close();
    server.close();
    gatewayz.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
