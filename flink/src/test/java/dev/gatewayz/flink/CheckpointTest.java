package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checkpoints at the worst moment: a step that must stop has not ended yet. */
class CheckpointTest {
  private static final int ROWS = 3;
  private static final TypeSerializer<Outcome<Long, String>> OUTCOMES =
      OutcomeType.<Long, String, Outcome<Long, String>>of(Types.LONG, Types.STRING)
          .createSerializer(new SerializerConfigImpl());

  /** Cannot be reached for what rows cost. */
  private static final class Unreachable implements BudgetStore {
    private static final long serialVersionUID = 1;
    private final boolean throwsAtOnce;

    Unreachable(boolean throwsAtOnce) {
      this.throwsAtOnce = throwsAtOnce;
    }

    @Override
    public CompletionStage<BigDecimal> add(String budget, BigDecimal dollars) {
      if (dollars.signum() == 0) {
        return CompletableFuture.completedFuture(dollars);
      }
      IllegalStateException lost = new IllegalStateException("Connection lost");
      if (throwsAtOnce) {
        throw lost;
      }
      return CompletableFuture.failedFuture(lost);
    }

    @Override
    public boolean isShared() {
      return true;
    }
  }

  /** Why the step stops. */
  enum Cause {
    NO_CREDITS("Insufficient credits"),
    BUDGET_USED_UP("The budget of this step is used up"),
    STORE_FAILS("Connection lost"),
    STORE_THROWS("Connection lost");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    private void applyTo(StepSettings settings) {
      if (this == BUDGET_USED_UP) {
        settings.budget = new JobBudget("none", BigDecimal.ZERO, BudgetStore.inMemory());
      } else if (this == STORE_FAILS || this == STORE_THROWS) {
        settings.budget =
            new JobBudget("lost", BigDecimal.TEN, new Unreachable(this == STORE_THROWS));
      }
    }
  }

  private static OneInputStreamOperatorTestHarness<Long, Outcome<Long, String>> step(
      StepSettings settings, OutputMode mode) throws Exception {
    PromptFunction<Tickets, Long, String> asking =
        new PromptFunction<>(
            settings,
            GatewayzTickets::new,
            row -> row,
            (tickets, row) -> tickets.echo("row " + row));
    OneInputStreamOperatorTestHarness<Long, Outcome<Long, String>> step =
        new OneInputStreamOperatorTestHarness<>(
            new AsyncWaitOperatorFactory<>(asking, settings.timeout().toMillis(), ROWS, mode),
            Types.LONG.createSerializer(new SerializerConfigImpl()));
    step.setup(OUTCOMES);
    return step;
  }

  private static StepSettings settings(MockGateway gateway) {
    StepSettings settings = new StepSettings();
    settings.client = Cluster.client(gateway);
    return settings;
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("try") // Closing a step may be interrupted; nobody does here.
  void theyHaveTheRowsThatStoppedTheStep(Cause cause) throws Exception {
    for (OutputMode mode : OutputMode.values()) {
      try (MockGateway gateway = MockGateway.start()) {
        gateway.respond(
            request ->
                cause == Cause.NO_CREDITS
                    ? ErrorReply.insufficientCredits()
                    : Reply.text("paid").usage(1000, 0));
        StepSettings settings = settings(gateway);
        cause.applyTo(settings);
        OperatorSubtaskState checkpoint;
        try (var step = step(settings, mode)) {
          step.initializeEmptyState();
          step.open();
          for (long row = 1; row <= ROWS; row++) {
            step.processElement(row, 0);
          }
          TaskMailbox mailbox = step.getTaskMailbox();
          assertThatThrownBy(() -> mailbox.take(TaskMailbox.MIN_PRIORITY).run())
              .hasStackTraceContaining(cause.words);
          checkpoint = step.snapshot(1, 1);
          mailbox.drain();
        }

        gateway.respond(request -> Reply.text("paid"));
        try (var step = step(settings(gateway), mode)) {
          step.initializeState(checkpoint);
          step.open();
          while (step.extractOutputValues().size() < ROWS) {
            step.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
          }

          assertThat(step.extractOutputValues())
              .extracting(outcome -> ((AnswerValue<Long, String>) outcome).key())
              .containsExactlyInAnyOrder("1", "2", "3");
        }
      }
    }
  }
}
