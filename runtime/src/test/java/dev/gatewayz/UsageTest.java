package dev.gatewayz;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.internal.account.CallUsage;
import dev.gatewayz.internal.account.UsageCounter;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.Price;
import dev.gatewayz.usage.TokenEstimator;
import dev.gatewayz.usage.UsageReport;
import dev.gatewayz.usage.UsageRow;
import dev.gatewayz.usage.UsageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What calls cost is counted once, whatever became of them. */
class UsageTest extends Calls {
  private static final Prompt GREET = Asking.greeting("Greeter.greet");

  @Test
  void aCallIsCountedUnderItsPromptModelAndTags() {
    Gatewayz client = client();
    gateway.respond(request -> Reply.text("a").usage(7, 5, 3, 2));

    Prompts.of(client).call(GREET.render().raw(0), AnswerType.TEXT);
    Prompts.of(client).call(GREET.render().raw(0), AnswerType.TEXT);
    client.complete(HELLO, CallOptions.builder().tag("tenant", "acme").build());

    List<UsageRow> rows = client.usageTracker().snapshot().rows();
    assertThat(rows)
        .extracting(
            UsageRow::promptId, row -> row.tags().toString(), UsageRow::calls, UsageRow::reported)
        .containsExactly(tuple("", "{tenant=acme}", 1L, 1L), tuple("Greeter.greet", "{}", 2L, 2L));
    UsageRow greet = rows.get(1);
    assertThat(greet.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(greet.promptTokens()).isEqualTo(14);
    assertThat(greet.completionTokens()).isEqualTo(10);
    assertThat(greet.totalTokens()).isEqualTo(24);
    assertThat(greet.cachedTokens()).isEqualTo(6);
    assertThat(greet.reasoningTokens()).isEqualTo(4);
  }

  @Test
  void theLastUsageOfAStreamCountsHoweverOftenItIsRepeated() {
    Gatewayz client = client();
    gateway.reply(
        Reply.chunks("a", "b", "c").usage(7, 5).usageOnEveryChunk(),
        Reply.chunks("a", "b", "c").usage(7, 5).usageInOwnChunk(),
        Reply.chunks("a", "b", "c").usage(7, 5).usageInChoice());

    for (int i = 0; i < 3; i++) {
      Probe.all(client.stream(HELLO)).awaitCompletion();
    }

    assertThat(client.usageTracker().snapshot().totalTokens()).isEqualTo(36);
  }

  @Test
  void retriesCountAsAttemptsAndNotAsCalls() {
    Gatewayz client = client();
    gateway.reply(ErrorReply.capacity(), Reply.disconnect(), Reply.text("a").usage(7, 5));

    client.complete(HELLO);

    UsageRow row = client.usageTracker().snapshot().rows().get(0);
    assertThat(row.calls()).isEqualTo(1);
    assertThat(row.attempts()).isEqualTo(3);
    assertThat(row.totalTokens()).isEqualTo(12);
  }

  @Test
  void failedAndCancelledCallsAreCountedApart() {
    Gatewayz client = client();
    gateway.reply(
        ErrorReply.missingKey(),
        Reply.chunks("a", "b").usage(7, 5).usageOnEveryChunk().after(2, Step.stall()));

    assertThrows(GatewayzException.class, () -> client.complete(HELLO));
    Probe<ChatChunk> probe = Probe.all(client.stream(HELLO));
    probe.awaitItems(2);
    probe.cancel();
    gateway.awaitCounters(counters -> counters.resetsReceived() == 1);
    client.close();

    assertThat(client.usageTracker().snapshot().rows())
        .extracting(UsageRow::outcome, UsageRow::calls, UsageRow::totalTokens)
        .containsExactlyInAnyOrder(
            // The server had counted the request and one token by then.
            tuple(Outcome.FAILURE, 1L, 0L), tuple(Outcome.CANCELLED, 1L, 8L));
  }

  @Test
  void absentUsageIsNotReportedAsZero() {
    Gatewayz client = client();
    gateway.reply(Reply.text("a").noUsage());

    client.complete(HELLO);

    UsageRow row = client.usageTracker().snapshot().rows().get(0);
    assertThat(row.calls()).isEqualTo(1);
    assertThat(row.reported()).isZero();
    assertThat(row.estimated()).isZero();
  }

  @Test
  void absentUsageIsEstimatedWhenAskedFor() {
    Gatewayz client = client(builder -> builder.estimateUsage(TokenEstimator.QUARTER));
    gateway.reply(Reply.text("12345678").noUsage(), Reply.chunks("1234", "5678").noUsage());

    client.complete(HELLO);
    Probe.all(client.stream(HELLO)).awaitCompletion();

    UsageRow row = client.usageTracker().snapshot().rows().get(0);
    assertThat(row.estimated()).isEqualTo(2);
    assertThat(row.completionTokens()).isEqualTo(4);
    assertThat(row.promptTokens()).isPositive();
  }

  @Test
  void aTokenizerMakesTheEstimate() {
    Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    Gatewayz client =
        client(
            builder -> builder.estimateUsage((model, text) -> encoding.countTokensOrdinary(text)));
    gateway.reply(Reply.text("The quick brown fox jumps over the lazy dog.").noUsage());

    client.complete(HELLO);

    UsageRow row = client.usageTracker().snapshot().rows().get(0);
    assertThat(row.completionTokens()).isEqualTo(10);
    assertThat(row.estimated()).isEqualTo(1);
  }

  @Test
  void anEstimatorThatThrowsHarmsNobody(Logs logs) {
    Gatewayz client =
        client(
            builder ->
                builder.estimateUsage(
                    (model, text) -> {
                      throw new IllegalStateException("a bug of the estimator");
                    }));
    gateway.reply(Reply.text("a").noUsage());

    assertThat(client.complete(HELLO).text()).isEqualTo("a");
    assertThat(client.usageTracker().snapshot().calls()).isEqualTo(1);
    assertThat(logs.take(WARNING, "A token estimator threw; usage is absent.").thrown())
        .hasMessage("a bug of the estimator");
  }

  @Test
  void costIsWhatTheGatewayReportsElseWhatTheTableSays() {
    Gatewayz client =
        client(builder -> builder.price("gatewayz/openai/gpt-4o-mini", Price.of("1", "2")));
    gateway.reply(
        Reply.json(answer("{\"prompt_tokens\":1000000,\"completion_tokens\":500000}", "")),
        Reply.json(
            answer(
                "{\"prompt_tokens\":1000000,\"completion_tokens\":500000}",
                ",\"gateway_usage\":{\"cost_usd\":0.25}")));

    client.complete(HELLO);
    assertThat(client.usageTracker().snapshot().cost()).isEqualByComparingTo("2");
    client.complete(HELLO);
    assertThat(client.usageTracker().snapshot().cost()).isEqualByComparingTo("2.25");
  }

  @Test
  void costsOfAbsurdSizeAreNoCosts() {
    Gatewayz client = client();
    for (String cost : List.of("1e99999999", "1e-99999999", "-1", "0.25")) {
      gateway.reply(
          ErrorReply.capacity(),
          Reply.json(answer("{}", ",\"gateway_usage\":{\"cost_usd\":" + cost + "}")));
      client.complete(HELLO);
    }

    assertThat(client.usageTracker().snapshot().cost()).isEqualByComparingTo("0.25");
  }

  @Test
  void noTokenIsLostBetweenDeltas() {
    UsageCounter counter = new UsageCounter();
    CallUsage call =
        new CallUsage(
            "p", "m", Outcome.SUCCESS, Map.of(), 1, UsageSource.REPORTED, Usage.of(3, 4), null);
    int calls = 200_000;
    CompletableFuture<Void> calling =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < calls; i++) {
                counter.record(call);
              }
            });

    long tokens = 0;
    while (!calling.isDone()) {
      tokens += counter.delta().totalTokens();
    }
    tokens += counter.delta().totalTokens();

    assertThat(tokens).isEqualTo(7L * calls);
  }

  @Test
  void strangeUsageNeverBecomesStrangeSums() {
    Gatewayz client = client();
    for (String usage :
        List.of(
            "null",
            "[]",
            "\"7\"",
            "{}",
            "{\"prompt_tokens\":-5,\"completion_tokens\":-1,\"total_tokens\":-6}",
            "{\"prompt_tokens\":null}",
            "{\"prompt_tokens\":3}",
            "{\"total_tokens\":9}",
            "{\"prompt_tokens\":1.5}")) {
      gateway.reply(Reply.json(answer(usage, "")));
      assertThat(client.complete(HELLO).text()).isEqualTo("a");
    }

    for (UsageRow row : client.usageTracker().snapshot().rows()) {
      assertThat(row.promptTokens()).isNotNegative();
      assertThat(row.completionTokens()).isNotNegative();
      assertThat(row.totalTokens()).isNotNegative();
    }
  }

  @Test
  void reportsCanBeTakenSinceTheLastAndFromZero() {
    Gatewayz client = client();
    gateway.respond(request -> Reply.text("a").usage(7, 5));

    client.complete(HELLO);
    assertThat(client.usageTracker().delta().totalTokens()).isEqualTo(12);
    assertThat(client.usageTracker().delta().rows()).isEmpty();
    client.complete(HELLO);
    assertThat(client.usageTracker().delta().calls()).isEqualTo(1);
    assertThat(client.usageTracker().snapshot().calls()).isEqualTo(2);

    client.usageTracker().reset();
    assertThat(client.usageTracker().snapshot().rows()).isEmpty();
    client.complete(HELLO);
    assertThat(client.usageTracker().delta().calls()).isEqualTo(1);
  }

  @Test
  void theReportCanBeReadByPeopleAndPrograms() {
    Gatewayz client = client();
    gateway.respond(request -> Reply.text("a").usage(7, 5));
    Prompts.of(client).call(GREET.render().raw(0), AnswerType.TEXT);
    UsageReport report = client.usageTracker().snapshot();

    assertThat(report.toTable())
        .contains("Greeter.greet")
        .contains("gatewayz/openai/gpt-4o-mini")
        .contains("total");
    assertThat(report.toJson())
        .startsWith("[{\"promptId\":\"Greeter.greet\"")
        .contains("\"promptTokens\":7")
        .contains("\"outcome\":\"SUCCESS\"");
  }

  @Test
  void embeddingsAreCountedToo() {
    Gatewayz client = client();

    client.embeddingsAsync(EmbeddingRequest.of("gatewayz/openai/embed", "some text")).join();

    UsageRow row = client.usageTracker().snapshot().rows().get(0);
    assertThat(row.model()).isEqualTo("gatewayz/openai/embed");
    assertThat(row.promptTokens()).isPositive();
  }

  @Test
  void underLoadEveryTokenOfTheServersJournalIsCounted() {
    Gatewayz client = client(builder -> builder.maxRetries(0));
    AtomicLong journal = new AtomicLong();
    gateway.respond(
        request -> {
          int kind = request.bodyText().hashCode() & 7;
          if (kind == 0) {
            return ErrorReply.capacity();
          }
          journal.addAndGet(10 + kind);
          return Reply.text("answer").usage(10, kind);
        });
    List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      var request = ChatRequest.builder().model("gatewayz/a/b").user("Question " + i).build();
      calls.add(client.completeAsync(request).handle((answer, failure) -> null));
    }
    calls.forEach(CompletableFuture::join);

    UsageReport report = client.usageTracker().snapshot();
    assertThat(report.calls()).isEqualTo(500);
    assertThat(report.totalTokens()).isEqualTo(journal.get());
  }

  private static String answer(String usage, String more) {
    return "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
        + "\"message\":{\"role\":\"assistant\",\"content\":\"a\"}}],\"usage\":"
        + usage
        + more
        + "}";
  }
}
