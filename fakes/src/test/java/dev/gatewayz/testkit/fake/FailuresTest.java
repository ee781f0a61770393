package dev.gatewayz.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.RateLimitException;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each exception in one line. */
class FailuresTest {
  private static final List<GatewayzException> ALL =
      List.of(
          Failures.answerFormat("no JSON"),
          Failures.answerRefused("I must not."),
          Failures.answerTruncated("An old"),
          Failures.api(418, "I'm a teapot"),
          Failures.authentication(),
          Failures.badGateway(),
          Failures.badRequest("n is 0"),
          Failures.budgetExceeded("daily"),
          Failures.callInterrupted(),
          Failures.clientClosed(),
          Failures.connection(ConnectionException.Reason.RESET),
          Failures.contentPolicy(),
          Failures.contextWindowExceeded(),
          Failures.deadlineExceeded(DeadlineExceededException.Phase.TOTAL, Duration.ofSeconds(5)),
          Failures.gatewayTimeout(),
          Failures.insufficientCredits(),
          Failures.internalServer(),
          Failures.modelGone(),
          Failures.notFound(),
          Failures.permissionDenied(),
          Failures.protocol("<html>"),
          Failures.rateLimit(Duration.ofSeconds(5)),
          Failures.requestTimeout(),
          Failures.serviceUnavailable(),
          Failures.streamError("An old", Failures.badGateway()),
          Failures.streamInterrupted("An old"),
          Failures.streamTruncated("An old"),
          Failures.tooManyCalls(),
          Failures.toolFailed(new IOException("disk full")),
          Failures.approvalRequired(new ToolCall("1", "forecast", "{}")),
          Failures.toolRoundsExceeded(8, new ToolCall("1", "forecast", "{}")),
          Failures.unprocessableRequest("n: must be at least 1"));

  @Test
  void thereIsOneOfEachKind() throws Exception {
    assertThat(ALL).extracting(failure -> failure.getClass().getName()).doesNotHaveDuplicates();
    assertThat(ALL)
        .extracting(failure -> failure.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(kinds());
  }

  /** The names of the exceptions that can be made. */
  static List<String> kinds() throws Exception {
    URI location =
        GatewayzException.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path path = Path.of(location);
    if (Files.isDirectory(path)) {
      return kinds(path);
    }
    try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
      return kinds(jar.getPath("/"));
    }
  }

  private static List<String> kinds(Path root) throws Exception {
    List<String> kinds = new ArrayList<>();
    try (Stream<Path> files = Files.list(root.resolve("dev/gatewayz/error"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith("Exception.class")) {
          Class<?> kind =
              Class.forName("dev.gatewayz.error." + name.substring(0, name.length() - 6));
          if (!Modifier.isAbstract(kind.getModifiers()) && kind.getConstructors().length > 0) {
            kinds.add(kind.getName());
          }
        }
      }
    }
    return kinds;
  }

  @Test
  void eachIsMadeByTheMethodOfItsName() {
    for (GatewayzException failure : ALL) {
      String method = failure.getClass().getSimpleName().replaceAll("Exception$", "");
      method = Character.toLowerCase(method.charAt(0)) + method.substring(1);
      assertThat(Failures.class.getMethods())
          .filteredOn("name", method)
          .isNotEmpty()
          .allSatisfy(made -> assertThat(made.getReturnType()).isEqualTo(failure.getClass()));
    }
  }

  @Test
  void eachSpeaksOfACall() {
    for (GatewayzException failure : ALL) {
      assertThat(failure.model()).as(failure.toString()).isEqualTo(Completions.MODEL);
      assertThat(failure.requestId()).isEqualTo(failure.attempts() == 0 ? "none" : "req_fake");
      assertThat(failure).hasMessageStartingWith("Chat completion: ").hasMessageEndingWith("]");
    }
  }

  @Test
  void eachIsDocumentedUnderItsParent() throws IOException {
    String docs = Files.readString(Path.of("../docs/errors.md"));
    for (GatewayzException failure : ALL) {
      Class<?> kind = failure.getClass();
      assertThat(docs)
          .contains(
              "| `"
                  + kind.getSimpleName()
                  + "` | `"
                  + kind.getSuperclass().getSimpleName()
                  + "` |");
    }
  }

  @Test
  void eachStatusIsThatOfItsKind() {
    assertThat(ALL)
        .filteredOn(failure -> failure instanceof ApiException)
        .extracting(failure -> ((ApiException) failure).status())
        .containsExactly(
            418, 401, 502, 400, 400, 400, 504, 402, 500, 410, 404, 403, 429, 408, 503, 422);
  }

  @Test
  void figuresAreThoseOfTheTest() {
    RateLimitException limited = Failures.rateLimit(Duration.ofSeconds(5));

    assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    assertThat(limited.isTransient()).isTrue();
    assertThat(Failures.streamInterrupted("An old").partial().text()).isEqualTo("An old");
    assertThat(Failures.budgetExceeded("daily").budget()).isEqualTo("daily");
  }
}
