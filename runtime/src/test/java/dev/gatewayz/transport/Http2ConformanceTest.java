package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.fault.FaultCase;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.fault.H2specCases;
import dev.gatewayz.fault.InteropCases;
import dev.gatewayz.fault.Reaction;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Probe;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client cases of h2spec, and the negative tests of gRPC, each with both kinds of call. */
class Http2ConformanceTest {

  static Stream<FaultCase> cases() {
    return Stream.concat(H2specCases.all().stream(), InteropCases.all().stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void streamedCallsFareAsTheyShould(FaultCase faults) {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(faults);

      List<Probe<ChatChunk>> calls =
          IntStream.range(0, faults.calls())
              .mapToObj(i -> Probe.all(client.stream(ask("Hi"))))
              .toList();

      server.verify();
      if (faults.reaction() == Reaction.TOLERATES || isSaid(faults)) {
        assertThat(calls).allSatisfy(call -> assertThat(textOf(call)).isEqualTo("Hello"));
      } else {
        // A head is no answer: even where the call may succeed, a stream has nothing to say.
        calls.forEach(call -> call.awaitFailure(GatewayzException.class));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wholeCallsFareAsTheyShould(FaultCase faults) {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(faults);

      List<CompletableFuture<Completion<String>>> calls =
          IntStream.range(0, faults.calls())
              .mapToObj(i -> client.completeAsync(ask("Hi")))
              .toList();

      server.verify();
      if (faults.reaction() == Reaction.TOLERATES) {
        assertThat(calls).allSatisfy(call -> assertThat(call.get().text()).isEqualTo("Hello"));
      } else {
        assertThat(calls)
            .allSatisfy(
                call ->
                    assertThat(call)
                        .failsWithin(Asking.PATIENCE)
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(GatewayzException.class));
      }
    }
  }

  /** Whether a streamed answer is whole all the same: nothing behind its end makes it worse. */
  private static boolean isSaid(FaultCase faults) {
    return faults.name().equals("rst_after_data");
  }

  private static String textOf(Probe<ChatChunk> call) {
    return call.awaitCompletion().stream().map(ChatChunk::text).collect(Collectors.joining());
  }
}
