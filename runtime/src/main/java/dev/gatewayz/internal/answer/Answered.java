package dev.gatewayz.internal.answer;

import dev.gatewayz.Completion;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Message;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.request.RequestBody;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that has its answer, and what is known of it.
 *
 * @param info which call it is
 * @param body the last request, with all rounds of tools and corrections
 * @param head of the response, {@code null} if there was none
 * @param response the answer, with what all answers of the call used
 * @param cost what the call cost, {@code null} if nobody knows
 */
public record Answered(
    CallInfo info,
    RequestBody body,
    @Nullable ResponseHead head,
    ChatCompletion response,
    @Nullable BigDecimal cost) {

  /** What the caller gets who wants all of it. */
  public <T> Completion<T> completion(T value) {
    return Completion.builder(value, response)
        .requestId(info.requestId())
        .attempts(info.attempts())
        .cost(cost)
        .exchange(this::exchange)
        .headers(this::headers)
        .build();
  }

  /** The messages that were sent, and the answer. */
  public List<Message> exchange() {
    List<Message> messages = new ArrayList<>(body.messages());
    messages.add(response.choices().get(0).message());
    return List.copyOf(messages);
  }

  private Map<String, String> headers() {
    return head == null ? Map.of() : head.headers();
  }
}
