package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.chat.Parameters;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.AnswerRefusedException;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.BudgetExceededException;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.support.Calls;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.UsageRow;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A model may correct an answer that does not fit, as often as the prompt says. */
class RepairTest extends Calls {
  private static final Prompt RATE =
      Prompt.of(
          "Critic.rate",
          "0",
          "gatewayz/openai/gpt-4o-mini",
          "\"temperature\":0",
          "{\"role\":\"user\",\"content\":\"Rate it.\"}");

  record Rating(int stars) {
    Rating {
      if (stars > 5) {
        throw new IllegalArgumentException("five stars at most");
      }
    }
  }

  private static final AnswerType<Rating> RATING =
      AnswerType.of(
          in -> {
            Integer stars = null;
            in.beginObject();
            while (in.nextMember()) {
              switch (in.name()) {
                case "stars" -> stars = in.int32();
                default -> in.skip();
              }
            }
            return new Rating(in.required("stars", stars));
          });

  private static Rendering rate(int repairs) {
    return RATE.render().raw(0).repair(repairs);
  }

  private static Reply said(String text) {
    return Reply.text(text).usage(10, 5);
  }

  @Test
  void theModelIsShownItsAnswerAndWhatIsWrongWithIt() {
    Gatewayz client = client();
    gateway.reply(said("{\"stars\":\"many\"}"), said("{}"), said("{\"stars\":4}"));

    Completion<Rating> rating = Prompts.of(client).complete(rate(2), RATING);

    assertThat(rating.value()).isEqualTo(new Rating(4));
    assertThat(rating.attempts()).isEqualTo(3);
    assertThat(rating.usage().promptTokens()).isEqualTo(30);
    assertThat(rating.usage().completionTokens()).isEqualTo(15);
    String first = gateway.takeRequest().bodyText();
    String second = gateway.takeRequest().bodyText();
    String third = gateway.takeRequest().bodyText();
    String complaint =
        ",{\"role\":\"assistant\",\"content\":\"{\\\"stars\\\":\\\"many\\\"}\"},"
            + "{\"role\":\"user\",\"content\":\"Your answer cannot be used: at stars expected a"
            + " whole number, found the text \\\"many\\\". Answer again, with the corrected JSON and"
            + " nothing else.\"}";
    assertThat(second).isEqualTo(first.replace("}],\"temp", "}" + complaint + "],\"temp"));
    assertThat(third).contains(complaint + ",{\"role\":\"assistant\",\"content\":\"{}\"},");
    assertThat(third).contains("at stars expected a value, found nothing.");
    UsageRow row = client.usageTracker().snapshot().rows().get(0);
    assertThat(row.calls()).isEqualTo(1);
    assertThat(row.attempts()).isEqualTo(3);
    assertThat(row.totalTokens()).isEqualTo(45);
  }

  @Test
  void theLastErrorSaysHowOftenItWasTried() {
    Gatewayz client = client();
    gateway.respond(request -> said("{\"stars\":" + request.bodyText().length() + "}"));

    AnswerFormatException failure =
        assertThrows(AnswerFormatException.class, () -> Prompts.of(client).call(rate(2), RATING));

    assertThat(failure.corrections()).isEqualTo(2);
    assertThat(failure).hasMessageContaining("does not fit after 2 corrections");
    assertThat(failure).hasMessageContaining("five stars at most");
    assertThat(failure.attempts()).isEqualTo(3);
    assertThat(failure.earlierAttempts()).hasSize(2);
    assertThat(failure.partial().usage().totalTokens()).isEqualTo(45);
    assertThat(gateway.requests()).hasSize(3);
    String last = gateway.requests().get(2).bodyText();
    assertThat(failure.text()).isEqualTo("{\"stars\":" + last.length() + "}");
  }

  @Test
  void withoutRepairTheFirstAnswerCounts() {
    gateway.reply(said("{\"stars\":null}"));
    Gatewayz client = client();
    AnswerFormatException failure =
        assertThrows(AnswerFormatException.class, () -> Prompts.of(client).call(rate(0), RATING));
    assertThat(failure.corrections()).isZero();
    assertThat(gateway.requests()).hasSize(1);
  }

  @Test
  void whatCannotBeCorrectedIsNotAskedForAgain() {
    Gatewayz client = client();
    gateway.reply(said("{\"st").finishReason("length"), said("").finishReason("content_filter"));
    assertThrows(AnswerTruncatedException.class, () -> Prompts.of(client).call(rate(3), RATING));
    assertThrows(AnswerRefusedException.class, () -> Prompts.of(client).call(rate(3), RATING));
    assertThat(gateway.requests()).hasSize(2);
  }

  @Test
  void aRoundIsRepeatedLikeAnyRequest() {
    Gatewayz client = client();
    gateway.reply(
        said("?"),
        ErrorReply.capacity(),
        Reply.disconnect(),
        said("?"),
        ErrorReply.capacity(),
        said("{\"stars\":1}"));
    Completion<Rating> rating = Prompts.of(client).completeAsync(rate(2), RATING).join();
    assertThat(rating.value()).isEqualTo(new Rating(1));
    assertThat(rating.attempts()).isEqualTo(6);
    assertThat(rating.usage().totalTokens()).isEqualTo(45);
  }

  @Test
  void oneDeadlineSpansAllRounds() {
    Gatewayz client = client();
    gateway.reply(said("warm"), said("?"), said("?"), Reply.silence());
    Prompts.of(client).call(rate(0), AnswerType.TEXT);
    CallOptions hurry =
        CallOptions.builder().deadlines(Deadlines.DEFAULT.withTotal(Duration.ofSeconds(1))).build();

    DeadlineExceededException late =
        assertThrows(
            DeadlineExceededException.class,
            () -> Prompts.of(client).call(rate(9).options(hurry), RATING));

    assertThat(late.phase()).isEqualTo(Phase.TOTAL);
    assertThat(late.attempts()).isEqualTo(3);
    assertThat(client.usageTracker().snapshot().totalTokens()).isEqualTo(45);
  }

  @Test
  void budgetsBoundTheRounds() {
    Gatewayz client =
        client(builder -> builder.budget(Budget.tokens("small", 200, Duration.ofHours(1))));
    gateway.respond(request -> Reply.text("?").usage(100, 20));

    BudgetExceededException refused =
        assertThrows(BudgetExceededException.class, () -> Prompts.of(client).call(rate(9), RATING));

    assertThat(refused).hasMessageContaining("so the call cannot go on");
    assertThat(refused.attempts()).isEqualTo(2);
    assertThat(client.usageTracker().snapshot().totalTokens()).isEqualTo(240);
    assertThrows(
        BudgetExceededException.class, () -> Prompts.of(client).call(rate(0), AnswerType.TEXT));
    assertThat(gateway.requests()).hasSize(2);
  }

  @Test
  void aRoundCanBeCancelled() {
    Gatewayz client = client();
    gateway.reply(said("?"), Reply.silence());
    CompletableFuture<Rating> future = Prompts.of(client).callAsync(rate(1), RATING);
    gateway.takeRequest();
    RecordedRequest second = gateway.takeRequest();

    future.cancel(true);

    assertThat(second.awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
    assertThat(client.usageTracker().snapshot().totalTokens()).isEqualTo(15);
  }

  @Test
  void interceptorsThatRewriteTheRequestLeaveTheRoundsAlone() {
    Gatewayz client =
        client(
            builder ->
                builder.interceptor(
                    new Interceptor() {
                      @Override
                      public OutgoingCall request(OutgoingCall call) {
                        return call.withParameters(Parameters.builder().seed(1).build());
                      }
                    }));
    gateway.reply(said("?"), said("{\"stars\":2}"));

    assertThat(Prompts.of(client).call(rate(1), RATING)).isEqualTo(new Rating(2));

    gateway.takeRequest();
    assertThat(gateway.takeRequest().bodyText())
        .contains("\"seed\":1")
        .contains("\"content\":\"Rate it.\"},{\"role\":\"assistant\",\"content\":\"?\"}");
  }

  @Test
  void whateverAConstructorThrowsTheCallEnds() {
    Gatewayz client = client();
    gateway.respond(request -> said("{}"));
    for (Error thrown : new Error[] {new AssertionError("a"), new StackOverflowError("b")}) {
      AnswerType<Object> picky =
          AnswerType.of(
              (JsonIn in) -> {
                throw thrown;
              });
      CompletionException failure =
          assertThrows(
              CompletionException.class, () -> Prompts.of(client).callAsync(rate(0), picky).join());
      assertThat(failure).hasCauseInstanceOf(AnswerFormatException.class);
    }
  }
}
