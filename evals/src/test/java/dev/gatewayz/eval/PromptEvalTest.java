package dev.gatewayz.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.MockGatewayExtension;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.usage.Price;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Methods with the annotation, as JUnit runs them. */
class PromptEvalTest {
  private static final Path REPORTS = Path.of("target/gatewayz-evals");

  record Review(String text, int stars) {}

  /** Run by the tests below alone. */
  static class Fixture {
    @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

    @EvalClient
    void client(GatewayzBuilder client) {
      mock.gateway()
          .respond(
              request -> {
                boolean isJudge = request.model().orElseThrow().contains("judge");
                return Reply.text(
                    isJudge ? "{\"reason\":\"so\",\"passed\":true}" : "{\"value\":4}");
              });
      client.price("gatewayz/openai/judge", Price.of("1", "1"));
    }

    @PromptEval(cases = "reviews.jsonl", repeat = 3, budget = "1.00")
    void rates(
        Review review,
        Terse reviews,
        @Judge Critic critic,
        Trial trial,
        MockGateway own,
        TestInfo info) {
      int stars = reviews.stars(review.text());
      trial.grade(Graders.judged("fair", critic.isFair(stars, review.text())));
      assertThat(own).isNotNull();
      assertThat(info.getDisplayName()).startsWith("rates(");
      Graders.exact(review.stars(), stars).check();
    }

    @PromptEval(cases = "reviews.jsonl", passAt = 0.9)
    void ratesWrong(Review review, Terse reviews) {
      assertThat(reviews.stars(review.text())).as("stars of " + review.text()).isEqualTo(5);
    }

    @PromptEval(cases = "nowhere.jsonl")
    void hasNoCases(Review review, Terse reviews) {}

    @PromptEval(cases = "reviews.jsonl", variants = Critic.class)
    void takesNoVariant(Review review, Terse reviews) {}
  }

  private static String failureOf(String method) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(Fixture.class.getName() + "#" + method))
                .build(),
            summary);
    assertThat(summary.getSummary().getTestsFoundCount()).isEqualTo(1);
    return summary.getSummary().getFailures().isEmpty()
        ? ""
        : summary.getSummary().getFailures().get(0).getException().getMessage();
  }

  @Test
  void aMethodIsOneTestOverAllCases() throws Exception {
    String types = Review.class.getName() + ", " + Terse.class.getName() + ", ";
    assertThat(
            failureOf(
                "rates("
                    + types
                    + Critic.class.getName()
                    + ", "
                    + Trial.class.getName()
                    + ", "
                    + MockGateway.class.getName()
                    + ", "
                    + TestInfo.class.getName()
                    + ")"))
        .isEmpty();
    String json =
        Files.readString(REPORTS.resolve("dev.gatewayz.eval.PromptEvalTest.Fixture.rates.json"));
    assertThat(json).contains("\"passed\":6,\"graded\":6").contains("\"fair\":{");
    assertThat(REPORTS.resolve("dev.gatewayz.eval.PromptEvalTest.Fixture.rates.html")).exists();
  }

  @Test
  void whatIsWrongIsSaid() {
    String types = "(" + Review.class.getName() + ", " + Terse.class.getName() + ")";
    assertThat(failureOf("ratesWrong" + types))
        .contains("0.0 % (0.0–65.8) passed; passAt is 0.9.")
        .contains("wrong, case ")
        .contains("[stars of ");
    assertThat(failureOf("hasNoCases" + types)).startsWith("There are no cases \"nowhere.jsonl\"");
    assertThat(failureOf("takesNoVariant" + types))
        .isEqualTo(
            "No parameter of takesNoVariant takes the variant Critic: let it extend the interface"
                + " that is a parameter.");
  }
}
