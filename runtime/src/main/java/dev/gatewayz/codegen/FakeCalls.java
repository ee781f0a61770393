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
   * {@return an answer}
   *
   * @param <T> what the prompt returns
   * @param prompt the id of the prompt
   * @param arguments in the order of the parameters
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // Generated code names it.
  <T> T call(String prompt, Object[] arguments);

  /**
   * {@return a future of an answer}
   *
   * @param <T> what the prompt returns
   * @param prompt the id of the prompt
   * @param arguments in the order of the parameters
   */
  <T> CompletableFuture<T> callAsync(String prompt, Object[] arguments);

  /**
   * {@return an answer with all that comes with it}
   *
   * @param <T> what the prompt returns
   * @param prompt the id of the prompt
   * @param arguments in the order of the parameters
   */
  <T> Completion<T> complete(String prompt, Object[] arguments);

  /**
   * {@return a future of an answer with all that comes with it}
   *
   * @param <T> what the prompt returns
   * @param prompt the id of the prompt
   * @param arguments in the order of the parameters
   */
  <T> CompletableFuture<Completion<T>> completeAsync(String prompt, Object[] arguments);

  /**
   * {@return a publisher of one answer}
   *
   * @param <T> what the prompt returns
   * @param prompt the id of the prompt
   * @param arguments in the order of the parameters
   */
  <T> Flow.Publisher<T> publish(String prompt, Object[] arguments);

  /**
   * {@return a publisher of one answer with all that comes with it}
   *
   * @param <T> what the prompt returns
   * @param prompt the id of the prompt
   * @param arguments in the order of the parameters
   */
  <T> Flow.Publisher<Completion<T>> publishCompletion(String prompt, Object[] arguments);

  /**
   * {@return an answer that comes in pieces}
   *
   * @param <T> what the prompt returns
   * @param prompt the id of the prompt
   * @param arguments in the order of the parameters
   */
  <T> AnswerStream<T> stream(String prompt, Object[] arguments);
}
