package dev.gatewayz.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;

/** Has the JVM write down where it spends time and memory. */
final class Recorder {
  private static final Recording RECORDING = new Recording();

  private Recorder() {}

  static String start() {
    RECORDING.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
    RECORDING.enable("jdk.ObjectAllocationSample").with("throttle", "2000/s");
    RECORDING.start();
    return "started=1";
  }

  static String stop(Path file) throws IOException {
    RECORDING.stop();
    RECORDING.dump(file);
    return "stopped=1";
  }
}
