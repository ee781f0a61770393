package dev.gatewayz.benchmarks;

import dev.gatewayz.benchmarks.batch.Rows;
import dev.gatewayz.benchmarks.client.Kind;
import dev.gatewayz.benchmarks.load.Cost;
import dev.gatewayz.benchmarks.process.Figures;
import dev.gatewayz.benchmarks.process.LineProcess;
import dev.gatewayz.benchmarks.run.Comparison;
import dev.gatewayz.benchmarks.run.Lab;
import dev.gatewayz.benchmarks.run.Profiles;
import dev.gatewayz.benchmarks.run.Rounds;
import dev.gatewayz.benchmarks.run.Series;
import dev.gatewayz.benchmarks.run.Settings;
import dev.gatewayz.benchmarks.run.Table;
import dev.gatewayz.benchmarks.run.Version;
import dev.gatewayz.benchmarks.run.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The scenarios. Run without arguments, it says what there is. */
public final class Benchmarks {
  private static final Kind[] ALL = {
    Kind.FLOOR,
    Kind.GATEWAYZ,
    Kind.ARMERIA,
    Kind.VERTX,
    Kind.REACTOR_NETTY,
    Kind.JDK,
    Kind.LANGCHAIN4J,
    Kind.LANGCHAIN4J_AI_SERVICES
  };

  private final Settings settings;

  private Benchmarks(Settings settings) {
    this.settings = settings;
  }

  /** Runs a scenario: its name, then settings as {@code name=value}. */
  public static void main(String[] args) throws Exception {
    String scenario = args.length == 0 ? "help" : args[0];
    if (scenario.equals("jmh")) {
      org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, 1, args.length));
      return;
    }
    if (scenario.equals("compare")) {
      compare(Arrays.asList(args));
      return;
    }
    if (scenario.equals("profile")) {
      Profiles.write(args[1], settings(Arrays.asList(args), 2));
      return;
    }
    Settings settings = settings(Arrays.asList(args), 1);
    Benchmarks benchmarks = new Benchmarks(settings);
    switch (scenario) {
      case "calls" -> benchmarks.calls();
      case "streams" -> benchmarks.streams();
      case "ways" -> benchmarks.ways();
      case "http1" -> benchmarks.http1();
      case "slow" -> benchmarks.slow();
      case "first" -> benchmarks.first();
      case "latency" -> Latency.measure(settings);
      case "tls" -> benchmarks.tls();
      case "transports" -> benchmarks.transports();
      case "typed" -> benchmarks.typed();
      case "cold" -> benchmarks.cold();
      case "jars" -> benchmarks.jars();
      case "scaling" -> benchmarks.scaling();
      case "straggler" -> benchmarks.straggler();
      case "long" -> benchmarks.longStream();
      case "batch" -> benchmarks.batch();
      case "compile" -> CompileTime.measure(settings);
      default -> System.out.println("See benchmarks/README.md.");
    }
  }

  private static Settings settings(List<String> arguments, int from) {
    return Settings.of(arguments.subList(Math.min(from, arguments.size()), arguments.size()));
  }

  /** Arguments: the folder of the build to compare with, its name, a scenario, settings. */
  private static void compare(List<String> arguments) throws IOException, InterruptedException {
    Settings settings = settings(arguments, 4);
    Version before = Version.in(Path.of(arguments.get(1)));
    new Comparison(settings, before).print(arguments.get(2), Work.of(arguments.get(3), settings));
  }

  private void calls() throws IOException, InterruptedException {
    for (int inFlight : settings.numbers("inFlight", "1,64,512")) {
      System.out.println("Calls, " + inFlight + " at once" + onTls() + ", per call\n");
      try (Lab lab = Lab.open(settings);
          Rounds rounds =
              Rounds.between(
                  lab,
                  settings.clients(ALL),
                  settings.number("loops", 0),
                  Work.calls("calls", "bench/call", inFlight))) {
        print(rounds.run(settings.number("rounds", 7)), 1e3, "µs");
      }
    }
  }

  private void batch() throws Exception {
    System.out.println("A prompt over rows, with Flink on this machine and without\n");
    Table table =
        new Table("in flight", "rows/s", "CPU µs/row", "rows/s, Flink", "CPU µs/row, Flink");
    int rounds = settings.number("rounds", 3);
    try (Lab lab = Lab.open(settings)) {
      String base = "http://127.0.0.1:" + lab.port();
      int warm = settings.number("rows", 20_000);
      Rows.plain(base, 64, warm);
      Rows.engine(base, 64, warm);
      for (int inFlight : settings.numbers("inFlight", "1,8,64,256,1024")) {
        int rows = Math.min(settings.number("rows", 20_000), 2_000 * inFlight);
        Series[] figures = {new Series(), new Series(), new Series(), new Series()};
        for (int round = 0; round < rounds; round++) {
          Cost plain = Rows.plain(base, inFlight, rows);
          Cost engine = Rows.engine(base, inFlight, rows);
          figures[0].add(rows * 1e9 / plain.wallNanos());
          figures[1].add(plain.cpuNanos() / 1e3 / rows);
          figures[2].add(rows * 1e9 / engine.wallNanos());
          figures[3].add(engine.cpuNanos() / 1e3 / rows);
        }
        table.row(
            Integer.toString(inFlight),
            whole(figures[0].median()),
            whole(figures[1].median()),
            whole(figures[2].median()),
            whole(figures[3].median()));
      }
    }
    table.print();
  }

  private void streams() throws IOException, InterruptedException {
    for (int inFlight : settings.numbers("inFlight", "64")) {
      System.out.println(
          "Streams of "
              + Work.CHUNKS
              + " chunks, "
              + inFlight
              + " at once"
              + onTls()
              + ", per chunk\n");
      try (Lab lab = Lab.open(settings);
          Rounds rounds =
              Rounds.between(
                  lab,
                  settings.clients(ALL),
                  settings.number("loops", 0),
                  Work.streams("streams", "bench/stream", inFlight))) {
        print(rounds.run(settings.number("rounds", 7)), 1, "ns");
      }
    }
  }

  /** Every way to call, and every way to stream, beside the floor. */
  private void ways() throws IOException, InterruptedException {
    try (Lab lab = Lab.open(settings)) {
      System.out.println("Ways to call, 64 at once" + onTls() + ", per call\n");
      print(besideFloor(lab, Work.waysToCall(settings)), 1e3, "µs");
      System.out.println("Ways to stream, 64 at once" + onTls() + ", per chunk\n");
      print(besideFloor(lab, Work.waysToStream(settings)), 1, "ns");
    }
  }

  private Map<String, Rounds.Result> besideFloor(Lab lab, List<Work> works)
      throws IOException, InterruptedException {
    if (works.isEmpty()) {
      return Map.of();
    }
    int loops = settings.number("loops", 0);
    try (Rounds rounds = new Rounds(settings)) {
      rounds.add(Kind.FLOOR.label(), lab.client(Kind.FLOOR, loops), works.get(0));
      for (Work work : works) {
        rounds.add(work.name(), lab.client(Kind.GATEWAYZ, loops), work);
      }
      return rounds.run(settings.number("rounds", 7));
    }
  }

  /** Calls and streams over HTTP/1.1, beside a floor of its own, and over HTTP/2. */
  private void http1() throws IOException, InterruptedException {
    Kind[] kinds = {Kind.FLOOR_HTTP1, Kind.GATEWAYZ_HTTP1, Kind.GATEWAYZ};
    int loops = settings.number("loops", 0);
    try (Lab lab = Lab.open(settings)) {
      for (Work work : Work.of("http1", settings)) {
        try (Rounds rounds = Rounds.between(lab, settings.clients(kinds), loops, work)) {
          print(work, rounds, Kind.FLOOR_HTTP1.label());
        }
      }
    }
  }

  /** Gatewayz over TLS, of the JDK and of OpenSSL, and in plain text. */
  private void tls() throws IOException, InterruptedException {
    int loops = settings.number("loops", 0);
    try (Lab lab = Lab.open(settings)) {
      for (Work work : Work.of("tls", settings)) {
        try (Rounds rounds = new Rounds(settings, true)) {
          rounds.add("plain", lab.client(Kind.GATEWAYZ, loops, false), work);
          rounds.add("tls-jdk", lab.client(Kind.GATEWAYZ, loops, true), work);
          if (isBuilt(Kind.GATEWAYZ_OPENSSL)) {
            rounds.add("tls-openssl", lab.client(Kind.GATEWAYZ_OPENSSL, loops, true), work);
          }
          print(work, rounds, "plain");
        }
      }
    }
  }

  /** Gatewayz on NIO, epoll and io_uring. */
  private void transports() throws IOException, InterruptedException {
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : settings.clients(Kind.GATEWAYZ, Kind.GATEWAYZ_EPOLL, Kind.GATEWAYZ_IO_URING)) {
      if (isBuilt(kind)) {
        kinds.add(kind);
      }
    }
    try (Lab lab = Lab.open(settings)) {
      for (Work work : Work.of("transports", settings)) {
        try (Rounds rounds = Rounds.between(lab, kinds, 0, work)) {
          print(work, rounds, Kind.GATEWAYZ.label());
        }
      }
    }
  }

  private static boolean isBuilt(Kind kind) throws IOException {
    boolean isThere = Version.running().has(kind);
    if (!isThere) {
      System.out.println("Without " + kind.label() + ", which is built with -Pnatives.\n");
    }
    return isThere;
  }

  private void print(Work work, Rounds rounds, String base) throws IOException {
    boolean isStream = work.pieces() > 0;
    System.out.println(work.name() + ", 64 at once\n");
    print(
        rounds.run(settings.number("rounds", 7)), base, isStream ? 1 : 1e3, isStream ? "ns" : "µs");
  }

  private void slow() throws IOException, InterruptedException {
    for (int streams : settings.numbers("streams", "1000,10000")) {
      System.out.println(streams + " streams with a chunk every 500 ms" + onTls() + "\n");
      Table table =
          new Table("client", "ended", "heap B/stream", "threads", "connections", "CPU µs/chunk");
      for (Kind kind : settings.clients(ALL)) {
        if (kind == Kind.FLOOR) {
          continue;
        }
        try (Lab lab = Lab.open(settings);
            LineProcess client = lab.client(kind, settings.number("loops", 0))) {
          client.measure("streams bench/stream 64 512");
          Figures figures = client.measure("slow bench/slow 0 " + streams);
          table.row(
              kind.label(),
              whole(figures.get("ended")),
              whole(figures.get("heap")),
              whole(figures.get("threads")),
              Integer.toString(lab.connections()),
              String.format(Locale.ROOT, "%.2f", figures.get("cpu") / figures.get("pieces") / 1e3));
        }
      }
      table.print();
    }
  }

  private void first() throws IOException, InterruptedException {
    System.out.println("First chunk, from the server's write to the callback" + onTls() + "\n");
    Table table = new Table("client", "p50 µs", "p99 µs");
    List<Kind> kinds = settings.clients(ALL).stream().filter(kind -> kind != Kind.FLOOR).toList();
    int rounds = settings.number("rounds", 7);
    try (Lab lab = Lab.open(settings)) {
      LineProcess[] clients = new LineProcess[kinds.size()];
      Series[] medians = new Series[kinds.size()];
      Series[] tails = new Series[kinds.size()];
      for (int i = 0; i < clients.length; i++) {
        clients[i] = lab.client(kinds.get(i), settings.number("loops", 0));
        clients[i].measure("stamped x 1 6000");
        medians[i] = new Series();
        tails[i] = new Series();
      }
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < clients.length; i++) {
          Figures figures = clients[i].measure("stamped x 1 2000");
          medians[i].add(figures.get("p50") / 1e3);
          tails[i].add(figures.get("p99") / 1e3);
        }
      }
      for (int i = 0; i < clients.length; i++) {
        table.row(kinds.get(i).label(), medians[i].text("%.0f"), tails[i].text("%.0f"));
        clients[i].close();
      }
    }
    table.print();
  }

  private void typed() throws IOException, InterruptedException {
    System.out.println("The same answer as a record and as text" + onTls() + ", per call\n");
    int loops = settings.number("loops", 0);
    try (Lab lab = Lab.open(settings);
        Rounds rounds = new Rounds(settings)) {
      for (Work work : Work.of("typed", settings)) {
        rounds.add(work.name(), lab.client(Kind.GATEWAYZ, loops), work);
      }
      print(rounds.run(settings.number("rounds", 9)), "text", 1e3, "µs");
    }
  }

  private void cold() throws IOException, InterruptedException {
    System.out.println("From the start of the JVM to the first answer" + onTls() + "\n");
    List<Kind> kinds = settings.clients(ALL);
    Map<Kind, Series> millis = new EnumMap<>(Kind.class);
    Map<Kind, Series> classes = new EnumMap<>(Kind.class);
    Archives archives = Archives.of(settings);
    try (Lab lab = Lab.open(settings)) {
      for (Kind kind : kinds) {
        archives.write(lab, kind);
      }
      for (int round = 0; round < settings.number("rounds", 7); round++) {
        for (Kind kind : kinds) {
          long start = System.nanoTime();
          try (LineProcess process = archives.coldStart(lab, kind)) {
            Figures figures = Figures.of(process.readLine());
            double took = (System.nanoTime() - start) / 1e6;
            millis.computeIfAbsent(kind, k -> new Series()).add(took);
            classes.computeIfAbsent(kind, k -> new Series()).add(figures.get("classes"));
          }
        }
      }
    }
    Table table = new Table("client", "ms", "× floor", "classes");
    Series floor = millis.get(Kind.FLOOR);
    millis.forEach(
        (kind, series) ->
            table.row(
                kind.label(),
                series.text("%.0f"),
                floor == null ? "" : series.over(floor).text("%.2f"),
                whole(Objects.requireNonNull(classes.get(kind), "measured together").median())));
    table.print();
  }

  private void jars() throws IOException {
    System.out.println("What a client brings\n");
    Table table = new Table("client", "jars", "MB");
    for (Kind kind : settings.clients(ALL)) {
      long bytes = 0;
      List<Path> jars = Version.running().jars(kind);
      for (Path jar : jars) {
        bytes += Files.size(jar);
      }
      table.row(
          kind.label(),
          Integer.toString(jars.size()),
          String.format(Locale.ROOT, "%.1f", bytes / 1e6));
    }
    table.print();
  }

  private void scaling() throws IOException, InterruptedException {
    int[] loops = settings.numbers("loops", "1,2,4");
    try (Lab lab = Lab.open(settings)) {
      for (int inFlight : settings.numbers("inFlight", "1,8,64,512,4096,10000")) {
        try (Rounds calls = new Rounds(settings);
            Rounds streams = new Rounds(settings)) {
          for (int count : loops) {
            String name = inFlight + " at once, " + count + " loops";
            calls.add(
                name, lab.client(Kind.GATEWAYZ, count), Work.calls(name, "bench/call", inFlight));
            streams.add(
                name,
                lab.client(Kind.GATEWAYZ, count),
                Work.streams(name, "bench/stream", inFlight));
          }
          System.out.println("Calls, per call\n");
          print(calls.run(settings.number("rounds", 3)), "", 1e3, "µs");
          System.out.println("Streams, per chunk\n");
          print(streams.run(settings.number("rounds", 3)), "", 1, "ns");
        }
      }
    }
  }

  private void straggler() throws IOException, InterruptedException {
    System.out.println("1,000 streams at once beside one that nobody reads, per chunk\n");
    int loops = settings.number("loops", 0);
    Work work = Work.streams("streams", "bench/stream", 1000);
    try (Lab lab = Lab.open(settings);
        Rounds rounds = new Rounds(settings)) {
      LineProcess beside = lab.client(Kind.GATEWAYZ, loops);
      beside.measure("crawl bench/stream 1 0");
      rounds.add("alone", lab.client(Kind.GATEWAYZ, loops), work);
      rounds.add("beside", beside, work);
      print(rounds.run(settings.number("rounds", 7)), "alone", 1, "ns");
    }
  }

  private void longStream() throws IOException, InterruptedException {
    System.out.println("A stream of 50 MB, one at a time" + onTls() + ", per MB\n");
    try (Lab lab = Lab.open(settings);
        Rounds rounds =
            Rounds.between(
                lab,
                settings.clients(Kind.FLOOR, Kind.GATEWAYZ, Kind.ARMERIA, Kind.VERTX, Kind.JDK),
                settings.number("loops", 0),
                Work.streams("long", "bench/long", 1, 50))) {
      print(rounds.run(settings.number("rounds", 5)), Kind.FLOOR.label(), 1e3, "µs");
    }
  }

  private String onTls() {
    return settings.isSecure() ? ", TLS" : "";
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static void print(Map<String, Rounds.Result> results, double unit, String unitName) {
    print(results, Kind.FLOOR.label(), unit, unitName);
  }

  private static void print(
      Map<String, Rounds.Result> results, String base, double unit, String unitName) {
    Table table =
        new Table("client", "CPU " + unitName, "× " + base, "× gatewayz", "heap B", "a second");
    Rounds.Result floor = results.get(base);
    Rounds.Result ours = results.get(Kind.GATEWAYZ.label());
    results.forEach(
        (name, result) -> {
          Series cpu = new Series();
          result.cpuNanos().forEach(nanos -> cpu.add(nanos / unit));
          table.row(
              name,
              cpu.text("%.2f"),
              floor == null ? "" : result.cpuNanos().over(floor.cpuNanos()).text("%.2f"),
              ours == null ? "" : result.cpuNanos().over(ours.cpuNanos()).text("%.2f"),
              whole(result.allocated().median()),
              whole(result.perSecond().median()));
        });
    table.print();
  }
}
