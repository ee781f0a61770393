package dev.gatewayz.internal.answer;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.http.ResponseHead;
import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the body of one good response. Serves one attempt. */
public interface Answer {

  /** Whether a response with that status is what was asked for. */
  default boolean accepts(int status) {
    return status == 200;
  }

  /** A response that is accepted begins. */
  void onHead(ResponseHead head);

  /** A part of its body; returns how many of its bytes the peer gets credit for at once. */
  int onBody(ByteBuf data);

  /** Its body has ended. */
  void onEnd();

  /** Whether the model has finished, so that nothing that follows can make the answer worse. */
  boolean isFinished();

  /** What has arrived. */
  Content content();

  /**
   * Makes what the caller gets of an answer that is whole.
   *
   * @param used what all answers of the call used, this one included
   * @param call which call it is, for those who want to know
   * @throws GatewayzException if the answer is not fit for it
   */
  void prepare(UsedTokens used, Supplier<CallInfo> call);

  /**
   * Hands over what was prepared.
   *
   * @param cost what the call cost, in US dollars; {@code null} if nobody knows
   */
  void handOver(@Nullable BigDecimal cost);
}
