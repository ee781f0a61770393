package dev.gatewayz.benchmarks.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What a client is asked to do, over and over.
 *
 * @param name what tables call it
 * @param command for a worker, without how many answers there shall be
 * @param pieces how many pieces an answer has that count one by one; 0 if whole answers count
 */
public record Work(String name, String command, int pieces) {
  /** How many chunks the streams have. */
  public static final int CHUNKS = 256;

  /** Calls, so many at once. */
  public static Work calls(String name, String model, int inFlight) {
    return new Work(name, "calls " + model + " " + inFlight + " ", 0);
  }

  /** Streams, so many at once. */
  public static Work streams(String name, String model, int inFlight) {
    return streams(name, model, inFlight, CHUNKS);
  }

  /** Streams whose answers have so many pieces. */
  public static Work streams(String name, String model, int inFlight, int pieces) {
    return new Work(name, "streams " + model + " " + inFlight + " ", pieces);
  }

  /** How many are under way at once. */
  int inFlight() {
    return Integer.parseInt(command.split(" ", -1)[2]);
  }

  /** Every way to call. */
  public static List<Work> waysToCall(Settings settings) {
    List<Work> works = new ArrayList<>();
    for (String way : settings.words("ways", "text,options,completion,both,untyped,record")) {
      works.add(
          switch (way) {
            case "text" -> calls(way, "bench/call", 64);
            case "record" -> calls(way, "bench/brief", 64);
            default -> calls(way, "bench/call:" + way, 64);
          });
    }
    return works;
  }

  /** Every way to stream. */
  public static List<Work> waysToStream(Settings settings) {
    List<Work> works = new ArrayList<>();
    for (String way : settings.words("streams", "text,completion,chunks,created,elements")) {
      works.add(
          switch (way) {
            case "text" -> streams(way, "bench/stream", 64);
            case "created" -> streams(way, "bench/created", 64);
            case "elements" -> streams(way, "bench/elements", 64);
            default -> streams(way, "bench/stream:" + way, 64);
          });
    }
    return works;
  }

  /** What a scenario asks of one client alone. */
  public static List<Work> of(String scenario, Settings settings) {
    List<Work> works = new ArrayList<>();
    switch (scenario) {
      case "calls" -> {
        for (int inFlight : settings.numbers("inFlight", "64")) {
          works.add(calls("calls-" + inFlight, "bench/call", inFlight));
        }
      }
      case "streams" -> {
        for (int inFlight : settings.numbers("inFlight", "64")) {
          works.add(streams("streams-" + inFlight, "bench/stream", inFlight));
        }
      }
      case "http1", "tls", "transports" -> {
        works.add(calls(scenario + "-calls", "bench/call", 64));
        works.add(streams(scenario + "-streams", "bench/stream", 64));
      }
      case "typed" -> {
        works.add(calls("text", "bench/typed", 64));
        works.add(calls("record", "bench/brief", 64));
      }
      case "ways" -> {
        works.addAll(waysToCall(settings));
        works.addAll(waysToStream(settings));
      }
      default ->
          throw new IllegalArgumentException(
              "Write calls, streams, ways or typed instead of \"" + scenario + "\".");
    }
    return works;
  }
}
