package dev.gatewayz.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.ApiKey;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Deadlines;
import dev.gatewayz.Fallback;
import dev.gatewayz.RetryPolicy;
import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.ApiError;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.FailedAttempt;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.internal.call.Recovery.GiveUp;
import dev.gatewayz.internal.call.Recovery.Means;
import dev.gatewayz.internal.call.Recovery.Next;
import dev.gatewayz.internal.call.Recovery.Repair;
import dev.gatewayz.internal.call.Recovery.Retry;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.FollowUps;
import dev.gatewayz.internal.request.Payer;
import dev.gatewayz.internal.request.RequestDefaults;
import dev.gatewayz.internal.request.RequestFactory;
import dev.gatewayz.internal.request.RequestRules;
import dev.gatewayz.internal.syntax.ApiBase;
import dev.gatewayz.testkit.log.Logs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a call does after a failure, for each kind of failure and each point it may have reached.
 */
class RecoveryTest {
  private static final String MODEL = "gatewayz/openai/gpt-4o-mini";
  private static final String OTHER = "gatewayz/anthropic/claude-3-haiku";
  private static final CallInfo CALL =
      CallInfo.builder().model(MODEL).attempts(1).requestId("req_1").build();
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final RetryPolicy TWICE =
      attempt ->
          attempt.number() <= 2 && !(attempt.failure() instanceof BadRequestException)
              ? PAUSE
              : null;

  private static final GatewayzException BUSY =
      new ServiceUnavailableException(CALL, error(503), "");
  private static final GatewayzException WRONG = new BadRequestException(CALL, error(400), "");
  private static final GatewayzException CUT_OFF =
      new ConnectionException(CALL, ConnectionException.Reason.RESET, "reset", "", null);
  private static final GatewayzException UNFIT =
      new AnswerFormatException(
          CALL, new AnswerFormatException.Flaw("stars", "a number", "text"), "{}", null);

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Progress EARLY = new Progress(1, LONG, new Means(false, true, false));
  private static final Progress LATE = new Progress(3, LONG, new Means(false, true, false));
  private static final Progress OUT_OF_TIME = new Progress(1, PAUSE, new Means(false, true, false));
  private static final Progress OUT_OF_RETRIES =
      new Progress(1, LONG, new Means(false, false, false));
  private static final GatewayzException LIMITED = limited("RATE_LIMIT_EXCEEDED", null);
  private static final GatewayzException LIMITED_FOR_LONG =
      limited("RATE_LIMIT_EXCEEDED", Duration.ofMinutes(2));
  private static final GatewayzException QUOTA = limited("DAILY_QUOTA_EXCEEDED", null);
  private static final GatewayzException CONCURRENT =
      limited("CONCURRENT_REQUEST_LIMIT", Duration.ofMinutes(2));
  private static final Progress QUEUED = new Progress(3, LONG, new Means(false, true, true));
  private static final Progress HANDED_ON = new Progress(1, LONG, new Means(true, true, false));

  /** How far a call is when an attempt fails. */
  private record Progress(int number, Duration left, Means means) {}

  private static Next after(GatewayzException failure, CallRequest request, Progress progress) {
    FailedAttempt attempt =
        FailedAttempt.builder()
            .number(progress.number())
            .ofModel(progress.number())
            .failure(failure)
            .left(progress.left())
            .build();
    return Recovery.after(attempt, request, progress.means());
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("a first failure", BUSY, EARLY, "retry", "retry"),
        Arguments.of("a lost connection", CUT_OFF, EARLY, "retry", "retry"),
        Arguments.of("one failure too many", BUSY, LATE, "give up", "fall back"),
        Arguments.of("a pause beyond the deadline", BUSY, OUT_OF_TIME, "give up", "fall back"),
        Arguments.of("an outage", BUSY, OUT_OF_RETRIES, "give up", "fall back"),
        Arguments.of("a limit, without queue", LIMITED, LATE, "give up", "fall back"),
        Arguments.of("a limit, with a queue", LIMITED, QUEUED, "queue", "fall back"),
        Arguments.of("a limit for long", LIMITED_FOR_LONG, QUEUED, "give up", "fall back"),
        Arguments.of("a limit of concurrency", CONCURRENT, QUEUED, "queue", "fall back"),
        Arguments.of("a quota", QUOTA, QUEUED, "give up", "fall back"),
        Arguments.of("an overload without a wait", BUSY, QUEUED, "give up", "fall back"),
        Arguments.of("a piece was handed on", BUSY, HANDED_ON, "give up", "give up"),
        Arguments.of("the request is wrong", WRONG, EARLY, "give up", "give up"),
        Arguments.of("a lost connection, once more", CUT_OFF, LATE, "give up", "give up"),
        Arguments.of("an answer does not fit", UNFIT, EARLY, "give up", "give up"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void withoutFallbackAndWithOne(
      String what, GatewayzException failure, Progress progress, String alone, String withModel) {
    assertThat(kindOf(after(failure, request(CallOptions.NONE, 0), progress))).isEqualTo(alone);
    CallOptions options = CallOptions.builder().fallback(Fallback.model(OTHER)).build();
    assertThat(kindOf(after(failure, request(options, 0), progress))).isEqualTo(withModel);
  }

  @Test
  void thePauseIsThePolicys() {
    assertThat(after(BUSY, request(CallOptions.NONE, 0), EARLY)).isEqualTo(new Retry(PAUSE, false));
  }

  @Test
  void aPolicyThatThrowsAnythingIsTheEndOfRetries(Logs logs) {
    for (Throwable thrown :
        List.of(new IllegalStateException(), new StackOverflowError(), new AssertionError())) {
      CallOptions options =
          CallOptions.builder()
              .retries(
                  attempt -> {
                    throw RecoveryTest.<RuntimeException>sneaky(thrown);
                  })
              .build();
      assertThat(after(BUSY, request(options, 0), EARLY)).isEqualTo(new GiveUp(BUSY));
    }
    assertThat(logs.takeAll(System.Logger.Level.ERROR, "A retry policy threw")).hasSize(3);
  }

  @Test
  void aFallbackThatCannotHelpIsPassedOver() {
    CallOptions options =
        CallOptions.builder()
            .fallback(Fallback.model(OTHER))
            .fallback(Fallback.apiBase("https://other.example.com"))
            .build();

    Next next = after(CUT_OFF, request(options, 0), LATE);

    CallRequest asked = ((Recovery.Fallback) next).request();
    assertThat(asked.origin()).hasToString("https://other.example.com");
    assertThat(asked.modelName()).isEqualTo(MODEL);
    assertThat(asked.policy().fallbacks()).isEmpty();
  }

  @Test
  void aFallbackModelIsAskedTheSame() {
    CallOptions options = CallOptions.builder().fallback(Fallback.model(OTHER)).build();

    Next next = after(BUSY, request(options, 0), LATE);

    CallRequest asked = ((Recovery.Fallback) next).request();
    assertThat(new String(asked.body().toByteArray(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"model\":\"anthropic/claude-3-haiku\","
                + "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");
  }

  @Test
  void anAnswerThatDoesNotFitIsCorrectedAsOftenAsThePromptSays() {
    CallRequest request = request(CallOptions.NONE, 1);

    Repair repair = (Repair) after(UNFIT, request, EARLY);
    CallRequest corrected =
        request.corrected(repair.unfit(), AssistantMessage.builder().content("{}").build());
    GiveUp end = (GiveUp) after(UNFIT, corrected, EARLY);

    assertThat(repair.unfit()).isSameAs(UNFIT);
    assertThat(end.failure()).isInstanceOf(AnswerFormatException.class);
  }

  private static String kindOf(Next next) {
    String[] kind = new String[1];
    next.match(
        retry -> kind[0] = "retry",
        queue -> kind[0] = "queue",
        fallback -> kind[0] = "fall back",
        repair -> kind[0] = "repair",
        restate -> kind[0] = "restate",
        giveUp -> kind[0] = "give up");
    return kind[0];
  }

  private static CallRequest request(CallOptions options, int repairs) {
    RequestFactory factory =
        new RequestFactory(
            new RequestDefaults(
                ApiBase.parse("https://llm.example.com"),
                Payer.of(ApiKey.of("test")),
                false,
                Map.of(),
                Map.of(),
                new RequestRules(List.of(), Map.of()),
                Deadlines.DEFAULT,
                TWICE));
    ChatRequest chat = ChatRequest.builder().model(MODEL).user("Hello").build();
    CallRequest request = factory.of(chat, false, options);
    return new CallRequest(
        request.prompt(),
        request.model(),
        request.head(),
        request.body(),
        request.policy().withFollowUps(FollowUps.of(repairs, null, 0)));
  }

  private static GatewayzException limited(String code, @Nullable Duration wait) {
    ApiError error =
        ApiError.builder().status(429).code(code).message("no").retryAfter(wait).build();
    return new RateLimitException(CALL, error, "", RateLimitException.Scope.GATEWAY);
  }

  private static ApiError error(int status) {
    return ApiError.builder().status(status).message("no").build();
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
