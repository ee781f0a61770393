package dev.gatewayz;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Calls;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.log.Logs;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls cost is read wherever servers say it, and everybody who asks is told the same. */
class ReportedCostTest extends Calls {
  private static final String MODEL = "gatewayz/openai/gpt-4o-mini";
  private static final String TOKENS = "\"prompt_tokens\":1000,\"completion_tokens\":500";
  private static final Duration DAY = Duration.ofDays(1);

  private final Queue<CallEvent.Finished> ends = new ConcurrentLinkedQueue<>();

  private Gatewayz counting() {
    return client(
        builder ->
            builder
                .price(MODEL, Price.of("1000", "2000")) // 2 dollars for these tokens
                .budget(Budget.cost("money", "1000", DAY))
                .listener(
                    event -> {
                      if (event instanceof CallEvent.Finished end) {
                        ends.add(end);
                      }
                    }));
  }

  private static Reply whole(String members) {
    return Reply.json(
        "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
            + "\"message\":{\"role\":\"assistant\",\"content\":\"a\"}}]"
            + members
            + "}");
  }

  private static Reply streamed(String members) {
    return Reply.events(
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[]" + members + "}",
        "[DONE]");
  }

  /** Makes the same call whole and streamed, and asks everybody what it cost. */
  private void assertCost(String members, @Nullable String header, String dollars) {
    Gatewayz client = counting();
    Reply whole = whole(members);
    Reply streamed = streamed(members);
    if (header != null) {
      whole = whole.header("x-litellm-response-cost", header);
      streamed = streamed.header("x-litellm-response-cost", header);
    }
    gateway.reply(whole, streamed);
    BigDecimal expected = new BigDecimal(dollars);

    Completion<String> one = client.complete(HELLO);
    Completion<String> other = client.stream(HELLO).forEach(chunk -> {}).join();

    assertThat(one.cost()).isEqualByComparingTo(expected);
    assertThat(other.cost()).isEqualByComparingTo(expected);
    assertThat(ends)
        .hasSize(2)
        .allSatisfy(end -> assertThat(end.cost()).isEqualByComparingTo(expected));
    BigDecimal both = expected.add(expected);
    assertThat(client.usageTracker().snapshot().cost()).isEqualByComparingTo(both);
    assertThat(client.budgets().get(0).used()).isEqualByComparingTo(both);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"usage\":{%s,\"cost\":0.00123}",
        ",\"usage\":{%s,\"cost\":1.23e-3}",
        ",\"usage\":{%s,\"cost_usd\":0.00123}",
        ",\"usage\":{%s,\"estimated_cost\":0.00123,\"cost\":null}",
        ",\"usage\":{%s,\"cost\":{\"input_tokens_cost\":1,\"total_cost\":0.00123}}",
        ",\"usage\":{%s},\"cost_usd\":0.00123",
        ",\"usage\":{%s,\"cost\":7},\"gateway_usage\":{\"cost_usd\":0.00123}",
      })
  void wherever(String members) {
    assertCost(members.formatted(TOKENS), null, "0.00123");
  }

  @ParameterizedTest
  @CsvSource({"0.5,0.5", "5e-1,0.5", "-1,2", "NaN,2", "1e999999999,2", "None,2", "'',2"})
  void inAHeader(String header, String dollars) {
    assertCost(",\"usage\":{" + TOKENS + "}", header, dollars);
  }

  @Test
  void theBodyCountsMoreThanAHeader() {
    assertCost(",\"usage\":{" + TOKENS + ",\"cost\":0.1}", "0.5", "0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "-0.5",
        "\"0.5\"",
        "NaN",
        "Infinity",
        "1e999999999",
        "1e-99999999999999999999",
        "[0.5]",
        "{\"total_cost\":\"0.5\"}",
        "true"
      })
  void whatIsNoCostIsAskedOfThePriceTable(String cost) {
    assertCost(",\"usage\":{" + TOKENS + ",\"cost\":" + cost + "},\"cost_usd\":" + cost, null, "2");
  }

  @Test
  void aHeaderOfAStreamThatSaysNothingYetIsNotBelieved() {
    Gatewayz client = counting();
    gateway.reply(streamed(",\"usage\":{" + TOKENS + "}").header("x-litellm-response-cost", "0.0"));

    assertThat(client.stream(HELLO).forEach(chunk -> {}).join().cost()).isEqualByComparingTo("2");
  }

  @Test
  void cacheReadsAndWritesHavePricesOfTheirOwn() {
    Gatewayz client =
        client(
            builder ->
                builder.price(MODEL, Price.of("1", "10").withCached("0.1").withCacheWrite("1.25")));
    gateway.reply(
        whole(
            ",\"usage\":{\"prompt_tokens\":1000000,\"completion_tokens\":100000,"
                + "\"cache_read_input_tokens\":400000,\"cache_creation_input_tokens\":200000,"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":90000}}"));

    // 400,000 fresh, 400,000 read, 200,000 written; thoughts are part of the answer.
    assertThat(client.complete(HELLO).cost()).isEqualByComparingTo("1.69");
  }

  @Test
  void aBudgetOfDollarsThatNobodyCanKeepIsWarnedOfOnce(Logs logs) {
    Gatewayz client = client(builder -> builder.budget(Budget.cost("daily", "1", DAY)));
    gateway.respond(
        request -> request.isStream() ? streamed("") : whole(",\"usage\":{" + TOKENS + "}"));

    assertThat(client.complete(HELLO).cost()).isNull();
    client.stream(HELLO).forEach(chunk -> {}).join();
    client.complete(HELLO);

    assertThat(logs.takeAll(WARNING, "The budget \"daily\" counts US dollars"))
        .hasSize(1)
        .first()
        .satisfies(
            said -> assertThat(said.message()).contains(MODEL, "price", "pricesFromCatalogue"));
  }

  @Test
  void withoutABudgetNobodyMindsAnUnknownCost() {
    Gatewayz client = client();
    gateway.respond(request -> whole(""));

    assertThat(client.complete(HELLO).cost()).isNull();
  }

  @Test
  void unknownMembersAreKept() {
    Gatewayz client = client();
    String first =
        "{\"id\":\"c\",\"service_tier\":\"flex\",\"system_fingerprint\":null,\"choices\":[{"
            + "\"index\":0,\"logprobs\":{\"content\":[ 1 ]},\"delta\":{\"content\":\"a\"}}]}";
    String last =
        "{\"id\":\"\",\"service_tier\":\"flex\",\"citations\":[\"x\\u00e9\"],\"choices\":[{"
            + "\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{"
            + TOKENS
            + ",\"is_byok\":false}}";
    gateway.reply(
        Reply.events(first, first, first, last, "[DONE]"),
        Reply.json(
            "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"logprobs\":[{}],"
                + "\"message\":{\"content\":\"a\"}}],\"provider\":\"p\",\"usage\":{"
                + TOKENS
                + ",\"queue_time\":0.1}}"));

    try (var chunks = client.stream(HELLO).blocking()) {
      List<ChatChunk> all = chunks.toList();
      assertThat(all.get(0).extra()).containsOnly(java.util.Map.entry("service_tier", "\"flex\""));
      assertThat(all.get(2).extra()).isSameAs(all.get(0).extra());
      assertThat(all.get(2).choices().get(0).extra())
          .containsOnly(java.util.Map.entry("logprobs", "{\"content\":[1]}"));
      assertThat(all.get(3).extra()).containsEntry("citations", "[\"xé\"]");
      assertThat(all.get(3).id()).isEqualTo("c");
    }
    var answer = client.complete(HELLO).response();
    assertThat(answer.extra()).containsOnly(java.util.Map.entry("provider", "\"p\""));
    assertThat(answer.choices().get(0).extra()).containsEntry("logprobs", "[{}]");
    assertThat(answer.usage().extra()).containsEntry("queue_time", "0.1");
    assertThat(answer.toBuilder().build()).isEqualTo(answer);

    gateway.reply(Reply.events(first, last, "[DONE]"));
    var whole =
        client.stream(HELLO).forEach(chunk -> {}).orTimeout(20, TimeUnit.SECONDS).join().response();
    assertThat(whole.extra()).containsOnlyKeys("service_tier", "citations");
    assertThat(whole.usage().extra()).containsEntry("is_byok", "false");
  }
}
