package dev.gatewayz.benchmarks.load;

import dev.gatewayz.benchmarks.client.Client;
import dev.gatewayz.benchmarks.client.GatewayzClientUnderTest;
import dev.gatewayz.benchmarks.client.Kind;
import dev.gatewayz.benchmarks.client.Target;
import dev.gatewayz.benchmarks.process.LineProcess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.StringJoiner;

/**
 * The process of one client: does what each line of its input says, and answers with a line of
 * figures. Ends when its input does.
 */
public final class Worker {
  private Worker() {}

  /** Arguments: the client, {@code tls} or {@code plain}, the port, how many loops. */
  public static void main(String[] args) throws Exception {
    Target target = new Target(args[1].equals("tls"), Integer.parseInt(args[2]));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    try (Client client = Kind.of(args[0]).open(target, Integer.parseInt(args[3]))) {
      System.out.println(LineProcess.ANSWER + "ready");
      String line;
      while ((line = in.readLine()) != null) {
        System.out.println(LineProcess.ANSWER + answer(client, line.split(" ", -1)));
      }
    }
    System.exit(0);
  }

  private static String answer(Client client, String[] words) {
    try {
      String model = words[1];
      int inFlight = Integer.parseInt(words[2]);
      int total = Integer.parseInt(words[3]);
      return switch (words[0]) {
        case "calls" -> measured(() -> Load.calls(client, model, inFlight, total), total);
        case "streams" -> measured(() -> Load.streams(client, model, inFlight, total), total);
        case "stamped" -> FirstPieces.measure(client, total);
        case "crawl" -> {
          GatewayzClientUnderTest ours = (GatewayzClientUnderTest) client;
          for (int i = 0; i < inFlight; i++) {
            ours.crawl(model);
          }
          yield "begun=" + inFlight;
        }
        case "paced" -> PacedStreams.measure(client, model, inFlight, total);
        case "slow" -> OpenStreams.measure(client, model, total);
        case "record" -> Recorder.start();
        case "recorded" -> Recorder.stop(Path.of(model));
        default -> throw new IllegalArgumentException(words[0]);
      };
    } catch (Exception e) {
      e.printStackTrace();
      return "failed";
    }
  }

  private interface Work {
    long run() throws Exception;
  }

  private static String measured(Work work, int total) throws Exception {
    Meter meter = Meter.start();
    long pieces = work.run();
    Cost cost = meter.stop();
    return new StringJoiner(" ")
        .add("total=" + total)
        .add("pieces=" + pieces)
        .add("wall=" + cost.wallNanos())
        .add("cpu=" + cost.cpuNanos())
        .add("allocated=" + cost.allocated())
        .toString();
  }
}
