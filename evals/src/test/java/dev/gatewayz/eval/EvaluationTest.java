package dev.gatewayz.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.MockGatewayExtension;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.usage.Price;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs against a server whose rate of wrong answers and failures is known. */
class EvaluationTest {
  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

  private static final Pattern NUMBER = Pattern.compile("review (\\d+)");
  private static final String MODEL = "gatewayz/openai/gpt-4o-mini";

  @TempDir Path folder;

  record Case(String id, String text, int stars) {}

  private static List<Case> cases(int count) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cases.add(new Case("r" + i, "review " + i, 4));
    }
    return cases;
  }

  private Evaluation<Case> evaluation(MockGateway gateway, int count) {
    return Evaluation.of("reviews", cases(count))
        .reports(folder.resolve("reports"))
        .committed(folder.resolve("committed"))
        .accept(false)
        .variants(Terse.class)
        .client(
            client ->
                client
                    .apiBase(gateway.apiBase())
                    .apiKey("test")
                    .noProxy()
                    .maxRetries(1)
                    .price(MODEL, Price.of("1", "1")));
  }

  private static Grade grade(Case review, Trial trial) {
    return Graders.exact(review.stars(), trial.prompts(Reviews.class).stars(review.text()));
  }

  private static int number(RecordedRequest request) {
    Matcher number = NUMBER.matcher(request.prompt());
    return number.find() ? Integer.parseInt(number.group(1)) : -1;
  }

  private static Reply stars(int stars) {
    return Reply.text("{\"value\":" + stars + "}").usage(100, 10);
  }

  @Test
  void ratesAreThoseOfTheServer(MockGateway gateway) throws IOException {
    // Of 1,000 reviews one in eight is rated wrong, one in a hundred has an answer that is no
    // number.
    gateway.respond(
        request -> {
          int n = number(request);
          return n % 100 == 50 ? Reply.text("many") : stars(n % 8 == 0 ? 1 : 4);
        });
    EvaluationResult result = evaluation(gateway, 1000).passAt(0.8).run(EvaluationTest::grade);
    VariantResult all = result.variants().get(0);
    assertThat(all.graded()).isEqualTo(1000);
    assertThat(all.passed()).isEqualTo(1000 - 125 - 10);
    assertThat(all.failed()).isZero();
    assertThat(all.low()).isBetween(0.84, 0.845);
    assertThat(all.high()).isBetween(0.884, 0.886);
    assertThat(all.cost()).isNotNull();
    result.check();
    assertThatThrownBy(() -> evaluation(gateway, 16).passAt(0.9).run(EvaluationTest::grade).check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("reviews: 87.5 % (64.0–96.5) passed; passAt is 0.9.")
        .hasMessageContaining("wrong, case r0: exact: 1 where 4 was expected")
        .hasMessageContaining("report: " + result.html());
    assertThat(Files.readString(result.json())).contains("\"passed\":14,\"graded\":16");
  }

  @Test
  void failuresAndRetriesAreNoWrongAnswers(MockGateway gateway) {
    AtomicInteger asked = new AtomicInteger();
    gateway.respond(
        request -> {
          int n = number(request);
          boolean isFirst = n == 3 && asked.getAndIncrement() == 0;
          return n == 7 || isFirst ? ErrorReply.capacity().header("retry-after", "0") : stars(4);
        });
    EvaluationResult result = evaluation(gateway, 20).run(EvaluationTest::grade);
    VariantResult all = result.variants().get(0);
    assertThat(all.graded()).isEqualTo(19);
    assertThat(all.passRate()).isEqualTo(1);
    assertThat(all.failed()).isEqualTo(1);
    assertThat(all.retries()).isEqualTo(2);
    assertThatThrownBy(result::check)
        .hasMessageContaining("1 of 20 trials failed, which says nothing of the answers")
        .hasMessageContaining("failed, case r7: ");
    evaluation(gateway, 20).maxFailureRate(0.1).run(EvaluationTest::grade).check();
  }

  @Test
  void aBudgetThatRunsOutKeepsWhatWasGraded(MockGateway gateway) throws IOException {
    gateway.respond(request -> stars(4));
    EvaluationResult result =
        evaluation(gateway, 100)
            .concurrency(1)
            .budget("0.00042") // 20 calls, of each of which the gateway says that it cost 0.000021
            .run(EvaluationTest::grade);
    VariantResult all = result.variants().get(0);
    assertThat(all.graded()).isEqualTo(20);
    assertThat(all.failed()).isZero();
    assertThat(all.notRun()).isEqualTo(80);
    assertThatThrownBy(result::check)
        .hasMessageContaining(
            "The run is partial: 20 trials were graded and are kept. The budget ran out");
    assertThat(Files.readString(result.html())).contains("<strong>Partial.</strong> The budget");
    assertThat(Files.readString(result.json())).contains("\"partial\": true");
    assertThatThrownBy(
            () ->
                evaluation(gateway, 100).budget("0.00042").accept(true).run(EvaluationTest::grade))
        .hasMessageContaining("A partial run is not accepted as baseline.");
    assertThat(folder.resolve("committed")).doesNotExist();
  }

  @Test
  void aJudgeHasARateOfItsOwnAndMayFail(MockGateway gateway) {
    gateway.respond(
        request -> {
          int n = number(request);
          if (!request.model().orElseThrow().contains("judge")) {
            return stars(4);
          }
          return n == 5
              ? Reply.text("no idea")
              : Reply.text("{\"reason\":\"it is\",\"passed\":" + (n % 2 == 0) + "}");
        });
    EvaluationResult result =
        evaluation(gateway, 10)
            .models("gatewayz/openai/other")
            .passAt(0)
            .run(
                (review, trial) -> {
                  int stars = trial.prompts(Reviews.class).stars(review.text());
                  trial.grade(Graders.exact(review.stars(), stars));
                  return Graders.judged(
                      "fair", trial.judge(Critic.class).isFair(stars, review.text()));
                });
    VariantResult all = result.variants().get(0);
    assertThat(all.graded()).isEqualTo(9);
    assertThat(all.failed()).isEqualTo(1);
    assertThat(all.grader("exact")).startsWith("100.0 %");
    assertThat(all.grader("fair")).startsWith("55.6 %");
    assertThatThrownBy(result::check).hasMessageContaining("failed, case r5: The judge failed: ");
  }

  @Test
  void aMatrixShowsWhoIsBetterAndFallbacks(MockGateway gateway) throws IOException {
    gateway.respond(
        request -> {
          String model = request.model().orElseThrow();
          if (model.endsWith("gone")) {
            return ErrorReply.envelope(404, "MODEL_NOT_FOUND", "There is no such model.");
          }
          return stars(number(request) % 3 == 0 && model.endsWith("small") ? 1 : 4);
        });
    EvaluationResult result =
        evaluation(gateway, 30)
            .variants(Terse.class, Verbose.class)
            .models("gatewayz/a/small", "gatewayz/a/large", "gatewayz/a/gone > gatewayz/a/large")
            .passAt(0.6)
            .run(EvaluationTest::grade);
    result.check();
    assertThat(result.variants())
        .extracting(VariantResult::name)
        .containsExactly(
            "Terse on a/small",
            "Verbose on a/small",
            "Terse on a/large",
            "Verbose on a/large",
            "Terse on a/gone > a/large",
            "Verbose on a/gone > a/large");
    assertThat(result.variants().get(4).fellBack()).isEqualTo(30);
    assertThat(result.variants().get(0).passed()).isEqualTo(20);
    assertThat(result.p(0, 2)).isBetween(0.0019, 0.002);
    assertThat(result.p(0, 1)).isEqualTo(1);
    assertThat(result.summary())
        .contains(
            "Terse on a/small better in 0 cases, Terse on a/large in 10, the same in 20, p 0.002");
    assertThat(Files.readString(result.html())).contains("gatewayz/a/large × 30; 30 as fallback");
  }

  @Test
  void changesSinceTheBaselineAreFound(MockGateway gateway) throws IOException {
    gateway.respond(request -> stars(number(request) == 1 ? 1 : 4));
    evaluation(gateway, 12).accept(true).run(EvaluationTest::grade);
    gateway.respond(request -> stars(number(request) > 4 && number(request) < 11 ? 1 : 4));
    EvaluationResult worse =
        evaluation(gateway, 13).passAt(0).failIfWorse().run(EvaluationTest::grade);
    assertThat(worse.summary())
        .contains("since the baseline: 1 cases better, 6 worse, 5 the same, 1 new, p 0.125");
    assertThat(Files.readString(worse.html())).contains("better").contains(">r7</a>");
    worse.check();
    gateway.respond(request -> stars(number(request) == 1 ? 4 : 1));
    assertThatThrownBy(
            () ->
                evaluation(gateway, 12)
                    .passAt(0)
                    .failIfWorse()
                    .accept(true)
                    .run(EvaluationTest::grade)
                    .check())
        .hasMessageContaining("got worse than the baseline in 11 cases and better in 1");
    assertThat(Files.readAllLines(folder.resolve("committed/reviews.history.jsonl"))).hasSize(2);
    assertThat(Files.readAllLines(folder.resolve("committed/reviews.baseline.jsonl"))).hasSize(12);
    Files.writeString(folder.resolve("committed/reviews.baseline.jsonl"), "{\"id\":1}\n");
    assertThatThrownBy(() -> evaluation(gateway, 12).run(EvaluationTest::grade))
        .hasMessageContaining("reviews.baseline.jsonl:1: This is no line of a baseline.");
  }

  @Test
  void aSecondRunLeavesTheReportOfTheFirst(MockGateway gateway) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    gateway.respond(request -> stars(4));
    AtomicReference<EvaluationResult> first = new AtomicReference<>();
    Thread thread =
        new Thread(
            () ->
                first.set(
                    evaluation(gateway, 1)
                        .run(
                            (review, trial) -> {
                              running.countDown();
                              mayEnd.await();
                              return grade(review, trial);
                            })));
    thread.start();
    running.await();
    assertThatThrownBy(() -> evaluation(gateway, 1).run(EvaluationTest::grade))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Another run of this evaluation writes the same report (process ")
        .hasMessageContaining("Nothing was asked");
    mayEnd.countDown();
    thread.join();
    assertThat(first.get().passed()).isTrue();
    assertThat(gateway.requests()).hasSize(1);
    evaluation(gateway, 1).run(EvaluationTest::grade).check();
  }

  @Test
  void aRunThatIsInterruptedOrHopelessStops(MockGateway gateway) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    gateway.respond(request -> number(request) == 0 ? stars(4) : Reply.silence());
    AtomicReference<EvaluationResult> result = new AtomicReference<>();
    Thread thread =
        new Thread(
            () ->
                result.set(
                    evaluation(gateway, 50)
                        .concurrency(1)
                        .run(
                            (review, trial) -> {
                              if (trial.gatewayz() != null && review.text().endsWith(" 1")) {
                                running.countDown();
                              }
                              return grade(review, trial);
                            })));
    thread.start();
    running.await();
    thread.interrupt();
    thread.join(Duration.ofSeconds(30).toMillis());
    VariantResult all = result.get().variants().get(0);
    assertThat(all.graded()).isEqualTo(1);
    assertThat(all.notRun()).isEqualTo(49);
    assertThat(result.get().stopped()).isEqualTo("The run was interrupted.");
    EvaluationResult hopeless =
        evaluation(gateway, 500)
            .run(
                (review, trial) -> {
                  throw new IllegalStateException("no file");
                });
    assertThat(hopeless.stopped())
        .startsWith("The first 20 trials failed: java.lang.IllegalStateException: no file at ");
    assertThat(hopeless.variants().get(0).notRun()).isGreaterThan(400);
  }

  @Test
  void hostileTextIsTextOnly(MockGateway gateway) throws IOException {
    gateway.respond(request -> Reply.text("</pre><script>alert(1)</script>{{title}}\u0007"));
    EvaluationResult result =
        Evaluation.of("hostile", List.of(new Case("<img src=x>", "review \"><b>", 4)))
            .reports(folder)
            .committed(folder)
            .accept(false)
            .passAt(0)
            .client(client -> client.apiBase(gateway.apiBase()).apiKey("test").noProxy())
            .run(
                (review, trial) ->
                    Graders.exact(
                        "{{cases}}",
                        trial
                            .gatewayz()
                            .complete(
                                dev.gatewayz.chat.ChatRequest.builder()
                                    .model(MODEL)
                                    .user(review.text())
                                    .build())
                            .value()));
    String page = Files.readString(result.html());
    assertThat(page)
        .doesNotContain("<script", "<img", "<b>", "http://", "https://", "src=\"", "@import")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;{{title}}\uFFFD")
        .contains("default-src 'none'");
  }
}
