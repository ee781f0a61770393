package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.batch.Prompts;
import dev.gatewayz.batch.RowResult;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.usage.Budget;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time that is too long to be counted is a time that never comes, wherever one can be set. */
class EndlessTest {
  private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();
  private static final Deadlines NONE =
      Deadlines.DEFAULT
          .withAcquire(FOREVER)
          .withFirstToken(FOREVER)
          .withIdle(FOREVER)
          .withTotal(FOREVER);

  @ParameterizedTest
  @EnumSource
  void callsAreMadeAndTheClientCloses(Wire wire) throws Exception {
    try (MockGateway gateway = wire.gateway().start()) {
      Gatewayz client =
          wire.client(gateway)
              .deadlines(NONE)
              .maxConnectionAge(FOREVER)
              .closeGrace(FOREVER)
              .toolTimeout(FOREVER)
              .maxCallRate(1_000, FOREVER)
              .budget(Budget.calls("calls", 1_000, FOREVER))
              .budget(Budget.tokens("tokens", 1_000_000, FOREVER))
              .build();
      CallOptions hedged = CallOptions.builder().hedgeAfter(FOREVER).build();

      assertThat(client.complete(Asking.ask("Hi"), hedged).text()).isNotEmpty();
      List<ChatChunk> chunks = Probe.all(client.stream(Asking.ask("Hi"), hedged)).awaitCompletion();
      assertThat(chunks).isNotEmpty();
      List<RowResult<Integer, Completion<String>>> rows = new ArrayList<>();
      Prompts.mapAsync(List.of(1, 2).stream(), row -> client.completeAsync(Asking.ask("Hi")))
          .progress(FOREVER, progress -> {})
          .forEach(rows::add)
          .join();
      assertThat(rows).hasSize(2).allMatch(RowResult::isAnswered);
      assertThat(client.budgets()).allSatisfy(budget -> assertThat(budget.used()).isPositive());

      client.closeAsync().get(20, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPauseWithoutEndIsNotBegun(boolean hasNoDeadline) {
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client =
            Wire.H2C
                .client(gateway)
                .deadlines(hasNoDeadline ? NONE : Deadlines.DEFAULT)
                .closeGrace(Duration.ofMillis(1))
                .retries(attempt -> FOREVER)
                .build()) {
      gateway.reply(ErrorReply.capacity());
      var call = client.completeAsync(Asking.ask("Hi"));

      assertThat(call)
          .failsWithin(Asking.PATIENCE)
          .withThrowableThat()
          .withCauseInstanceOf(ServiceUnavailableException.class);
      // A deadline of another call of the same loops fires all the same.
      gateway.reply(Reply.silence());
      CallOptions hasty = CallOptions.builder().totalDeadline(Duration.ofMillis(60)).build();
      assertThat(client.completeAsync(Asking.ask("Hi"), hasty))
          .failsWithin(Asking.PATIENCE)
          .withThrowableThat()
          .withCauseInstanceOf(DeadlineExceededException.class);
    }
  }
}
