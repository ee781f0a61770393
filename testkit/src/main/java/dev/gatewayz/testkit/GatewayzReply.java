package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.openai.Models;
import dev.gatewayz.testkit.internal.openai.ToolCallForm;
import java.util.List;

/**
 * Answers that Gatewayz is known for and a client does not expect; errors are {@link ErrorReply}.
 */
public final class GatewayzReply {
  private GatewayzReply() {}

  /**
   * {@return a text of a model at Google: in a stream one big chunk, a chunk that finishes, and no
   * usage}
   *
   * @param text all of it
   */
  public static Reply vertexText(String text) {
    return Reply.chunks(text).noUsage();
  }

  /**
   * {@return function calls of a model at Google: they finish with {@code stop} and have equal ids}
   * A stream loses them, and is empty.
   *
   * @param calls in their order
   */
  public static Reply vertexToolCalls(FunctionCall... calls) {
    return Reply.toolCalls(calls)
        .toolCallForm(ToolCallForm.SAME_ID)
        .whenStreamed(Reply.text("").noUsage())
        .finishReason("stop");
  }

  /**
   * {@return a stream that the gateway gave up after its five minutes: done, but for no reason}
   *
   * @param text all of it
   */
  public static Reply givenUp(String text) {
    return Reply.text(text).noFinishReason().noUsage();
  }

  /**
   * {@return a whole answer, behind which the user's limit for the day is found to be spent}
   *
   * @param text all of it
   */
  public static Reply billingFailed(String text) {
    return Reply.text(text).thenFailure(StreamError.dailyLimit());
  }

  /**
   * {@return an answer to {@code GET /v1/models}: these ids, the same ones again if need be,
   * unpriced}
   *
   * @param ids as the catalogue shall have them
   */
  public static Reply unpricedModels(String... ids) {
    return Reply.json(Models.unpriced(List.of(ids)).toString());
  }

  /**
   * {@return a reply with the headers of an administrator's key, which has no limits}
   *
   * @param reply any other
   */
  public static Reply toAdministrator(Reply reply) {
    String unlimited = "2147483647";
    return reply
        .header("RateLimit-Limit", unlimited)
        .header("RateLimit-Remaining", unlimited)
        .header("RateLimit-Reset", "31536000")
        .header("X-RateLimit-Limit-Requests", unlimited)
        .header("X-RateLimit-Remaining-Requests", unlimited)
        .header("X-RateLimit-Reset-Requests", "1821536000")
        .header("X-RateLimit-Limit-Tokens", unlimited)
        .header("X-RateLimit-Remaining-Tokens", unlimited)
        .header("X-RateLimit-Reset-Tokens", "1821536000")
        .header("X-RateLimit-Burst-Window", "unlimited");
  }
}
