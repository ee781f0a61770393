package dev.gatewayz.error;

import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model wants a tool called that somebody must approve first. No tool of that answer has run;
 * {@code Approvals.of} takes down what is to be decided, and lets the call go on later.
 */
public final class ApprovalRequiredException extends ToolException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable List<ToolCall> wanted;
  private final transient @Nullable List<Message> messages;
  private final int rounds;

  /**
   * A call that waits for somebody.
   *
   * @param call the call that failed
   * @param wanted the calls of tools that need an approval
   * @param messages the conversation so far; the last is the answer that asks for the tools
   * @param rounds how often tools were run before
   * @param usage the tokens that were reported, {@code null} if none were
   */
  public ApprovalRequiredException(
      CallInfo call,
      List<ToolCall> wanted,
      List<Message> messages,
      int rounds,
      @Nullable Usage usage) {
    super(
        call,
        "The model wants a tool called that must be approved: "
            + String.join(", ", wanted.stream().map(ToolCall::name).toList())
            + ".",
        "Decide by Approvals.of(exception), and call again with CallOptions.approvals.",
        Partial.builder().toolCalls(wanted).usage(usage).build(),
        null);
    this.wanted = List.copyOf(wanted);
    this.messages = List.copyOf(messages);
    this.rounds = rounds;
  }

  /** {@return the calls of tools that need an approval} */
  public List<ToolCall> wanted() {
    return wanted == null ? List.of() : wanted;
  }

  /**
   * {@return the conversation so far; the last message is the answer that asks for the tools} Empty
   * if the exception was serialized.
   */
  public List<Message> messages() {
    return messages == null ? List.of() : messages;
  }

  /** {@return how often tools were run before} */
  public int rounds() {
    return rounds;
  }
}
