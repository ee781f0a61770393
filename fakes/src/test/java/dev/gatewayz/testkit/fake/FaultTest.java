package dev.gatewayz.testkit.fake;

import static dev.gatewayz.error.Fault.ACCOUNT;
import static dev.gatewayz.error.Fault.REQUEST;
import static dev.gatewayz.error.Fault.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.error.ApiError;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.ConnectionException.Reason;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.error.Fault;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.RateLimitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose fault each failure is. */
class FaultTest {
  /** Kept, for the JVM forgets loggers that nobody holds. */
  private static final Logger ARCHUNIT = Logger.getLogger("com.tngtech.archunit");

  static {
    ARCHUNIT.setLevel(Level.WARNING);
  }

  private static final CallInfo CALL = CallInfo.builder().build();

  static Stream<Arguments> failures() {
    return Stream.of(
        of(Failures.answerFormat("no JSON"), REQUEST),
        of(Failures.answerRefused("I must not."), REQUEST),
        of(Failures.answerTruncated("An old"), REQUEST),
        of(Failures.api(301, "moved"), ACCOUNT),
        of(Failures.api(402, "pay"), ACCOUNT),
        of(Failures.api(418, "I'm a teapot"), REQUEST),
        of(Failures.api(425, "too early"), TRANSIENT),
        of(Failures.api(529, "overloaded"), TRANSIENT),
        of(Failures.approvalRequired(new ToolCall("1", "forecast", "{}")), REQUEST),
        of(Failures.authentication(), ACCOUNT),
        of(new AuthenticationException(CALL, error(401), "", true), TRANSIENT),
        of(Failures.badGateway(), TRANSIENT),
        of(new BadGatewayException(CALL, error(502), "", 400), REQUEST),
        of(new BadGatewayException(CALL, error(502), "", 402), TRANSIENT),
        of(new BadGatewayException(CALL, error(502), "", 500), TRANSIENT),
        of(Failures.badRequest("n is 0"), REQUEST),
        of(Failures.budgetExceeded("daily"), ACCOUNT),
        of(Failures.callInterrupted(), TRANSIENT),
        of(Failures.clientClosed(), TRANSIENT),
        of(Failures.connection(Reason.RESET), TRANSIENT),
        of(Failures.connection(Reason.UNKNOWN_HOST), TRANSIENT),
        of(Failures.connection(Reason.TLS), ACCOUNT),
        of(Failures.contentPolicy(), REQUEST),
        of(Failures.contextWindowExceeded(), REQUEST),
        of(Failures.deadlineExceeded(Phase.TOTAL, Duration.ofSeconds(5)), TRANSIENT),
        of(Failures.gatewayTimeout(), TRANSIENT),
        of(Failures.insufficientCredits(), ACCOUNT),
        of(Failures.internalServer(), TRANSIENT),
        of(Failures.modelGone(), REQUEST),
        of(Failures.notFound(), REQUEST),
        of(Failures.permissionDenied(), ACCOUNT),
        of(Failures.protocol("<html>"), TRANSIENT),
        of(Failures.rateLimit(Duration.ofSeconds(5)), TRANSIENT),
        of(new RateLimitException(CALL, error(413), "", RateLimitException.Scope.GATEWAY), REQUEST),
        of(Failures.requestTimeout(), TRANSIENT),
        of(Failures.serviceUnavailable(), TRANSIENT),
        of(Failures.streamError("An old", Failures.badGateway()), TRANSIENT),
        of(Failures.streamInterrupted("An old"), TRANSIENT),
        of(Failures.streamTruncated("An old"), TRANSIENT),
        of(Failures.tooManyCalls(), TRANSIENT),
        of(Failures.toolFailed(new IOException("disk full")), REQUEST),
        of(Failures.toolRoundsExceeded(8, new ToolCall("1", "forecast", "{}")), REQUEST),
        of(Failures.unprocessableRequest("n: must be at least 1"), REQUEST));
  }

  private static Arguments of(GatewayzException failure, Fault fault) {
    return Arguments.of(failure, fault);
  }

  private static ApiError error(int status) {
    return ApiError.builder().status(status).message("no").build();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void itIsWhose(GatewayzException failure, Fault fault) {
    assertThat(failure.fault()).isEqualTo(fault);
    if (failure.isTransient()) {
      assertThat(failure.fault()).isEqualTo(TRANSIENT);
    }
  }

  @Test
  void noExceptionIsLeftOut() throws Exception {
    assertThat(failures().map(failure -> failure.get()[0].getClass().getName()))
        .containsAll(FailuresTest.kinds());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void itIsDocumented(GatewayzException failure, Fault fault) throws IOException {
    String row = "| `" + failure.getClass().getSimpleName() + "` |";
    assertThat(Files.readAllLines(Path.of("../docs/errors.md")))
        .anySatisfy(line -> assertThat(line).startsWith(row).contains("`" + fault + "`"));
  }
}
