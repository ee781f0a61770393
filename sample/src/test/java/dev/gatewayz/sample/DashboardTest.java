package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Concurrency;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.telemetry.MicrometerMetrics;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The dashboard of the guide asks for what a Prometheus finds at an application, and for all of it.
 */
class DashboardTest {
  private static final ChatRequest HELLO =
      ChatRequest.builder().model("gatewayz/a/b").user("Hello").build();
  private static final Pattern QUERY =
      Pattern.compile("\"(?:expr|query)\": \"((?:[^\"\\\\]|\\\\.)*)\"");

  /** A metric, or one of its labels. */
  private static final Pattern NAME =
      Pattern.compile("\\b(?:gen_ai|gatewayz|error)_\\w+|\\b(?:le|job|instance)\\b");

  private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) ");

  @Test
  void itsMetricsAndLabelsAreRegistered() throws Exception {
    String found = scraped();
    String dashboard = Files.readString(Path.of("../docs/grafana.json"));
    Set<String> asked = new LinkedHashSet<>();
    Matcher queries = QUERY.matcher(dashboard);
    while (queries.find()) {
      NAME.matcher(queries.group(1)).results().forEach(name -> asked.add(name.group()));
    }
    assertThat(asked).hasSizeGreaterThan(10);
    for (String name : asked) {
      assertThat(found).containsPattern("(?m)^" + name + "\\{|[{,]" + name + "=");
    }
    FAMILY
        .matcher(found)
        .results()
        .map(family -> family.group(1))
        .filter(family -> !family.endsWith("_max"))
        .forEach(family -> assertThat(String.join(" ", asked)).contains(family));
  }

  /** What an application shows of a stream, a call that was turned away, and one that failed. */
  private static String scraped() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().meterFilter(new Histograms());
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client =
            Gatewayz.builder()
                .apiKey("test")
                .apiBase(gateway.apiBase())
                .concurrency(Concurrency.fixed(7))
                .listener(new MicrometerMetrics(registry))
                .build()) {
      gateway.reply(
          ErrorReply.envelope(429, "CONCURRENT_REQUEST_LIMIT", "no"), Reply.chunks("a", "b", "c"));
      client.stream(HELLO).forEach(chunk -> {}).join();
    }
    return registry.scrape();
  }

  /** As {@code management.metrics.distribution.percentiles-histogram.gen_ai=true} does. */
  private static final class Histograms implements MeterFilter {
    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
      return DistributionStatisticConfig.builder().percentilesHistogram(true).build().merge(config);
    }
  }
}
