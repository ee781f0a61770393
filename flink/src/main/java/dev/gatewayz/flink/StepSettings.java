package dev.gatewayz.flink;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a step asks. Changed only before a job has it. */
final class StepSettings implements Serializable {
  private static final long serialVersionUID = 1;

  /** What is added to the deadline of a call, for the step gives up after the call. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  ClientSource client = ClientSource.fromEnvironment();
  int inFlight = 512;
  boolean isOrdered;
  boolean allowsShuffle;
  boolean holdsOnAccountFault;
  int rememberedKeys = 100_000;
  Duration patience = Duration.ofHours(2);
  Duration firstPause = Duration.ofSeconds(1);
  @Nullable JobBudget budget;

  /** After which Flink gives a row up, which only a defect needs. */
  Duration timeout() {
    return patience.plus(client.total()).plus(MARGIN);
  }
}
