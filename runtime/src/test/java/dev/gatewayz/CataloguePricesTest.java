package dev.gatewayz;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.support.Calls;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prices from the catalogue are there when it has been read, and nobody waits for it. */
class CataloguePricesTest extends Calls {
  private static final String MODEL = "gatewayz/openai/gpt-4o-mini";
  private static final String CATALOGUE =
      """
      {"data":[
       {"id":"openai/gpt-4o-mini","provider_slug":"a","pricing":{"prompt":"0.001","completion":"0.002"}},
       {"id":"openai/gpt-4o-mini","provider_slug":"b",
        "pricing":{"prompt":"0.01","completion":"0.02","input_cache_read":"0.001"}},
       {"id":"openai/gpt-4o-mini","provider_slug":"c","pricing":{"prompt":null,"completion":"9"}},
       {"id":"openai/gpt-4o-mini","provider_slug":"d","pricing":{"prompt":"-1","completion":"-1"}}]}""";

  private Gatewayz client(Reply catalogue, UnaryOperator<GatewayzBuilder> settings) {
    gateway.respond(request -> isCatalogue(request) ? catalogue : ANSWER);
    return client(builder -> settings.apply(builder.pricesFromCatalogue()));
  }

  private static final Reply ANSWER =
      Reply.json(
          """
          {"choices":[{"index":0,"finish_reason":"stop","message":{"content":"a"}}],
           "usage":{"prompt_tokens":100,"completion_tokens":10,"cache_read_input_tokens":50}}""");

  private static boolean isCatalogue(RecordedRequest request) {
    return request.path().equals("/v1/models");
  }

  private long timesRead() {
    return gateway.requests().stream().filter(CataloguePricesTest::isCatalogue).count();
  }

  /** Calls until the cost is known, which it is soon after the catalogue has come. */
  private static @Nullable BigDecimal costInTheEnd(Gatewayz client) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    BigDecimal cost = null;
    while (cost == null && System.nanoTime() - end < 0) {
      cost = client.complete(HELLO).cost();
    }
    return cost;
  }

  @Test
  void theDearestProviderAndWhatIsBilledForIt() {
    Gatewayz client = client(Reply.json(CATALOGUE), builder -> builder);

    // 50 fresh, 50 read, 10 answered, and a quarter more.
    assertThat(costInTheEnd(client)).isEqualByComparingTo("0.9375");
    client.complete(HELLO);
    assertThat(timesRead()).isEqualTo(1);
  }

  @Test
  void anotherMarkup() {
    Gatewayz client = client(Reply.json(CATALOGUE), builder -> builder.pricesFromCatalogue("1"));

    assertThat(costInTheEnd(client)).isEqualByComparingTo("0.75");
    assertThatThrownBy(() -> Gatewayz.builder().pricesFromCatalogue("-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPriceThatIsSetCountsMore() {
    Gatewayz client =
        client(Reply.json(CATALOGUE), builder -> builder.price(MODEL, Price.of("1000000", "0")));

    assertThat(client.complete(HELLO).cost()).isEqualByComparingTo("100");
  }

  @Test
  void noCallWaitsForIt() {
    Gate gate = Gate.closed();
    Gatewayz client =
        client(
            Reply.json(CATALOGUE).first(Step.await(gate)),
            builder ->
                builder
                    .maxConcurrentCalls(1, 0)
                    .budget(Budget.calls("calls", 2, Duration.ofDays(1))));

    assertThat(client.complete(HELLO).cost()).isNull();
    assertThat(client.complete(HELLO).cost()).isNull();
    assertThat(client.budgets().get(0).remaining()).isZero();
    gate.open();
  }

  @Test
  void noCallFailsBecauseOfIt(Logs logs) {
    Gatewayz client = client(Reply.json("{}"), builder -> builder);

    client.complete(HELLO);
    logs.take(WARNING, "The catalogue could not be read");
    client.complete(HELLO);
    client.complete(HELLO);

    assertThat(timesRead()).isEqualTo(1);
    assertThat(client.usageTracker().snapshot().calls()).isEqualTo(3);
  }
}
