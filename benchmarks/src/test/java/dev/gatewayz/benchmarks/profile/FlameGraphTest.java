package dev.gatewayz.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlameGraphTest {
  @TempDir private Path folder;

  private static int allocate() {
    int bytes = 0;
    for (int i = 0; i < 64; i++) {
      bytes += new byte[1 << 20].length;
    }
    return bytes;
  }

  @Test
  void aRecordingBecomesOnePageThatNeedsNothingElse() throws Exception {
    Path recording = folder.resolve("allocation.jfr");
    try (Recording flight = new Recording()) {
      flight.enable("jdk.ObjectAllocationSample");
      flight.start();
      assertThat(allocate()).isPositive();
      flight.stop();
      flight.dump(recording);
    }
    FlameGraph graph = FlameGraph.of(recording);
    assertThat(graph.allocated().weight()).isGreaterThan(32L << 20);
    assertThat(graph.time().weight()).isZero();

    Path page = folder.resolve("pages").resolve("allocation.html");
    graph.write("calls & <streams>", page);
    assertThat(Files.readString(page))
        .contains("<title>calls &amp; &lt;streams></title>")
        .contains("[\"dev.gatewayz.benchmarks.profile.FlameGraphTest.allocate\",")
        .contains("[\"new byte[]\",")
        .doesNotContain("{{")
        .doesNotContainPattern("https?:|src=|href=|@import|url\\(");
  }
}
