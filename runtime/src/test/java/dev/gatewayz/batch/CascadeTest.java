package dev.gatewayz.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Completion;
import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.error.ApiError;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.CallInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who is asked about a row, and what comes out. */
class CascadeTest {
  private static final CallInfo CALL = CallInfo.builder().build();
  private static final ApiError NO = ApiError.builder().status(400).message("no").build();

  private static final ChatCompletion RESPONSE =
      ChatCompletion.builder()
          .choices(
              List.of(
                  Choice.builder()
                      .message(AssistantMessage.builder().content("yes").build())
                      .finishReasonText("stop")
                      .build()))
          .build();

  private final List<String> asked = new ArrayList<>();

  private <O> Function<String, CompletionStage<O>> model(String name, CompletionStage<O> answer) {
    return row -> {
      asked.add(name + " " + row);
      return answer;
    };
  }

  private static <O> CompletionStage<O> done(O value) {
    return CompletableFuture.completedFuture(value);
  }

  private static Completion<String> completion(String text, String cost) {
    return Completion.builder(text, RESPONSE).cost(new BigDecimal(cost)).build();
  }

  @Test
  void aGoodAnswerStaysAndABadOneGoesUpStepByStep() {
    Cascade<String, String> cascade =
        Cascade.first(model("small", done("?")))
            .orElse(answer -> !answer.equals("?"), model("middle", done("??")))
            .orElse(answer -> !answer.equals("??"), model("large", done("yes")));

    assertThat(cascade.apply("row").join()).isEqualTo("yes");
    assertThat(asked).containsExactly("small row", "middle row", "large row");

    asked.clear();
    assertThat(
            Cascade.first(model("small", done("yes")))
                .orElse(answer -> true, model("large", done("no")))
                .apply("row")
                .join())
        .isEqualTo("yes");
    assertThat(asked).containsExactly("small row");
  }

  @Test
  void aFailureOfTheRowGoesUpAndOneOfTheGatewayDoesNot() {
    BadRequestException bad = new BadRequestException(CALL, NO, "");
    assertThat(
            Cascade.first(model("small", CompletableFuture.<String>failedFuture(bad)))
                .orElse(answer -> true, model("large", done("yes")))
                .apply("row")
                .join())
        .isEqualTo("yes");

    BadGatewayException down = new BadGatewayException(CALL, NO, "", 0);
    assertThatThrownBy(
            () ->
                Cascade.first(model("small", CompletableFuture.<String>failedFuture(down)))
                    .orElse(answer -> true, model("large", done("yes")))
                    .apply("row")
                    .join())
        .hasCause(down);
    assertThat(asked).containsExactly("small row", "large row", "small row");

    assertThatThrownBy(
            () ->
                Cascade.first(model("small", CompletableFuture.<String>failedFuture(bad)))
                    .orElse(answer -> true, model("large", CompletableFuture.failedFuture(down)))
                    .apply("row")
                    .join())
        .hasCause(down)
        .satisfies(thrown -> assertThat(thrown.getCause().getSuppressed()).contains(bad));
  }

  @Test
  void theCompletionThatComesOutHasTheCostOfAll() {
    Completion<String> answer =
        Cascade.first(model("small", done(completion("?", "0.001"))))
            .orElse(
                small -> !small.value().equals("?"),
                model("large", done(completion("yes", "0.02"))))
            .apply("row")
            .join();

    assertThat(answer.value()).isEqualTo("yes");
    assertThat(answer.cost()).isEqualByComparingTo("0.021");
  }

  @Test
  void cancellingItCancelsTheCallUnderWay() {
    CompletableFuture<String> large = new CompletableFuture<>();
    CompletableFuture<String> result =
        Cascade.first(model("small", done("?")))
            .orElse(answer -> false, model("large", large))
            .apply("row");

    result.cancel(true);

    assertThat(large).isCancelled();
  }

  @Test
  void aCheckThatThrowsIsTheFailureOfTheRow() {
    IllegalStateException odd = new IllegalStateException("odd");
    assertThatThrownBy(
            () ->
                Cascade.first(model("small", done("?")))
                    .orElse(
                        answer -> {
                          throw odd;
                        },
                        model("large", done("yes")))
                    .apply("row")
                    .join())
        .hasCause(odd);
  }
}
