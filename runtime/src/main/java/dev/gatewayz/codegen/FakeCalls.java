package dev.gatewayz.codegen;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.Completion;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * What a generated fake asks for answers, one method per way an answer can arrive. {@code
 * gatewayz-fakes} implements it.
 */
public interface FakeCalls {

  /**
   * Says what is faked, before anything is asked.
   *
   * @param client the prompt interface, as in {@code com.acme.EarningsAnalyst}
   * @param prompts its prompts, as their ids name them
   */
  void prompts(String client, String... prompts);

  /**
   * An answer.
   *
   * @param <T> what the prompt returns
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // Generated code names it.
  <T> T call(String prompt, Object[] arguments);

  /** A future of an answer. */
  <T> CompletableFuture<T> callAsync(String prompt, Object[] arguments);

  /** An answer with all that comes with it. */
  <T> Completion<T> complete(String prompt, Object[] arguments);

  /** A future of an answer with all that comes with it. */
  <T> CompletableFuture<Completion<T>> completeAsync(String prompt, Object[] arguments);

  /** A publisher of one answer. */
  <T> Flow.Publisher<T> publish(String prompt, Object[] arguments);

  /** A publisher of one answer with all that comes with it. */
  <T> Flow.Publisher<Completion<T>> publishCompletion(String prompt, Object[] arguments);

  /** An answer that comes in pieces. */
  <T> AnswerStream<T> stream(String prompt, Object[] arguments);
}
