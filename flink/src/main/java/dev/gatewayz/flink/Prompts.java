package dev.gatewayz.flink;

import org.apache.flink.streaming.api.datastream.DataStream;

/** Prompts over the rows of a job. */
public final class Prompts {
  private Prompts() {}

  /**
   * Begins to describe a step that asks about each row of a stream. The stream comes right from its
   * source: nothing between the two repartitions it.
   *
   * @param <I> the type of a row
   * @param rows right from their source
   * @return what the step is described with
   */
  public static <I> PromptRows<I> on(DataStream<I> rows) {
    return new PromptRows<>(rows);
  }
}
