package dev.gatewayz.internal.answer;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import java.util.function.Supplier;

/** Whom the answer of one attempt reports to. */
public interface AnswerSink extends Supplier<CallInfo> {

  /** Which call this is at this moment, as errors name it. */
  CallInfo info();

  @Override
  default CallInfo get() {
    return info();
  }

  /** What has arrived of the call's answers so far, for errors. */
  Partial partial();

  /** Whether the answer is still wanted; nothing is read or reported any more when it is not. */
  boolean isWanted();

  /** Something of the answer has arrived, though it may say nothing. */
  void arrived();

  /** The model has said something: text, thoughts, a tool call, or why it stops. */
  void spoke();

  /** The answer is whole. */
  void answered();

  /** There will be no answer, or it is of no use. */
  void failed(GatewayzException failure);
}
