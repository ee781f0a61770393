package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that is killed in the middle of a job, without a chance to tidy up, and started again. */
class KilledJvmTest {
  /** -Dgatewayz.flink.rows=5000 for more, and for five kills instead of one. */
  private static final int ROWS = Integer.getInteger("gatewayz.flink.rows", 600);

  private static final int KILLS = ROWS < 5000 ? 1 : 5;
  private static final long SEED = Long.getLong("gatewayz.flink.seed", 11);
  private static final int REFUSED = 200;

  @TempDir Path folder;

  private final ConcurrentMap<Long, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final AtomicLong highest = new AtomicLong();
  private final AtomicInteger requests = new AtomicInteger();

  /** When so many requests have come, the JVM is killed. */
  private record Doom(int at, CountDownLatch latch) {}

  private volatile Doom doom = new Doom(-1, new CountDownLatch(1));

  private Reply answer(String prompt) {
    long row = Long.parseLong(prompt.substring(prompt.indexOf('<') + 1, prompt.indexOf('>')));
    asked.computeIfAbsent(row, unknown -> new AtomicInteger()).incrementAndGet();
    highest.accumulateAndGet(row, Math::max);
    if (requests.incrementAndGet() == doom.at()) {
      doom.latch().countDown();
    }
    return (row % REFUSED == 0 ? ErrorReply.envelope(400, "BAD", "No.") : Reply.text("ok " + row))
        .delay(Duration.ofMillis(5));
  }

  private Process start(MockGateway gateway, Optional<Path> checkpoint) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                JobInItsOwnJvm.class.getName(),
                folder.toString(),
                gateway.apiBase(),
                ROWS + ""));
    checkpoint.ifPresent(path -> command.add(path.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  @Test
  void eachRowIsWrittenOnceAndFewAreAskedTwice() throws Exception {
    Random random = new Random(SEED);
    long mayBeAskedTwice = 0;
    try (MockGateway gateway = MockGateway.builder().keepRequests(1).start()) {
      gateway.respond(request -> answer(request.prompt()));
      int share = ROWS / (KILLS + 1);
      for (int kill = 0; kill < KILLS; kill++) {
        doom =
            new Doom(requests.get() + share / 2 + random.nextInt(share / 2), new CountDownLatch(1));
        Process jvm = start(gateway, newestCheckpoint());
        try {
          assertThat(doom.latch().await(90, TimeUnit.SECONDS)).as(this::said).isTrue();
        } finally {
          jvm.destroyForcibly().waitFor();
        }
        // What the kernel still had of it to send is asked, too.
        gateway.awaitCounters(counters -> counters.connectionsOpen() == 0);
        mayBeAskedTwice += JobInItsOwnJvm.IN_FLIGHT + highest.get() - position();
      }
      Process last = start(gateway, newestCheckpoint());
      try {
        assertThat(last.waitFor(120, TimeUnit.SECONDS)).as(this::said).isTrue();
      } finally {
        last.destroyForcibly();
      }
      assertThat(last.exitValue()).as(this::said).isZero();
    }

    List<String> lines = written();
    assertThat(lines).as("answers and dead letters").hasSize(ROWS).doesNotHaveDuplicates();
    assertThat(lines.stream().filter(line -> line.startsWith("dead "))).hasSize(ROWS / REFUSED);
    assertThat(asked).hasSize(ROWS);
    assertThat((long) requests.get() - ROWS)
        .as("rows asked again in %d kills, seed %d", KILLS, SEED)
        .isBetween(1L, mayBeAskedTwice);
    assertThat(mayBeAskedTwice).as("a bound that says something").isLessThan(ROWS);
  }

  private String said() {
    try {
      return "said: " + Files.readString(folder.resolve("said"));
    } catch (IOException e) {
      return "said nothing";
    }
  }

  /** The newest checkpoint that is complete, of whichever of the JVMs. */
  private Optional<Path> newestCheckpoint() throws IOException {
    return files("chk").stream()
        .filter(path -> path.endsWith("_metadata"))
        .map(Path::getParent)
        .max(Comparator.comparingLong(Cluster::idOf));
  }

  /** How many rows had left the source at that checkpoint. */
  private long position() throws IOException {
    Optional<Path> newest = newestCheckpoint();
    return newest.isEmpty()
        ? 0
        : Long.parseLong(
            Files.readString(folder.resolve("positions/" + Cluster.idOf(newest.get()))));
  }

  private Collection<Path> files(String under) throws IOException {
    Path from = folder.resolve(under);
    if (!Files.exists(from)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(from)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private List<String> written() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files("out")) {
      // What a killed JVM had not committed is hidden.
      if (!file.getFileName().toString().startsWith(".")) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }
}
