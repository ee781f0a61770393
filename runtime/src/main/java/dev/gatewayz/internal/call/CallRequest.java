package dev.gatewayz.internal.call;

import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.ModelName;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.Members;
import dev.gatewayz.internal.wire.RequestWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call sends. Never changes, so it can be sent again.
 *
 * @param promptId interface and method, {@code null} for a request put together at run time
 * @param promptHash a digest of the prompt as it was compiled, {@code null} without prompt
 * @param model the model asked, {@code null} if none is
 * @param head method, path and headers; {@code null} if there is no key to send
 * @param body the JSON; the first {@code bodyLength} bytes count
 * @param bodyLength how many bytes of {@code body} count
 * @param headLength how many of them stand before the first message, and name the model
 * @param messagesEnd how many of them stand before the bracket that closes the messages
 * @param policy how the call is made
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and copying it is what this is against.
public record CallRequest(
    @Nullable String promptId,
    @Nullable String promptHash,
    @Nullable ModelName model,
    @Nullable RequestHead head,
    byte[] body,
    int bodyLength,
    int headLength,
    int messagesEnd,
    CallPolicy policy) {

  /** The model asked, with its prefix; empty if none is. */
  String modelName() {
    return model == null ? "" : model.name();
  }

  /** The beginning of a body, up to the first message. */
  static JsonBytes bodyOf(ModelName model, int room) {
    return new JsonBytes(room).raw("{\"model\":").string(model.wireName()).raw(",\"messages\":[");
  }

  /** The same request to the first of its fallbacks; the others remain. */
  CallRequest fallBack() {
    Substitute next = policy.fallbacks().get(0);
    CallPolicy rest =
        policy.withFallbacks(policy.fallbacks().subList(1, policy.fallbacks().size()));
    RequestHead to = next.head() == null ? head : next.head();
    if (next.model() == null) {
      return new CallRequest(
          promptId, promptHash, model, to, body, bodyLength, headLength, messagesEnd, rest);
    }
    JsonBytes json = bodyOf(next.model(), bodyLength + 64);
    int shift = json.size() - headLength;
    json.raw(body, headLength, bodyLength - headLength);
    return new CallRequest(
        promptId,
        promptHash,
        next.model(),
        to,
        json.array(),
        json.size(),
        headLength + shift,
        messagesEnd + shift,
        rest);
  }

  /** The same conversation, with more messages at its end. */
  CallRequest continued(List<? extends Message> messages, Turns turns) {
    JsonBytes json = new JsonBytes(bodyLength + 512).raw(body, 0, messagesEnd).raw(',');
    RequestWriter.messages(messages, json);
    int end = json.size();
    json.raw(body, messagesEnd, bodyLength - messagesEnd);
    return new CallRequest(
        promptId,
        promptHash,
        model,
        head,
        json.array(),
        json.size(),
        headLength,
        end,
        policy.withTurns(turns));
  }

  /** The request that interceptors have made of this one. */
  CallRequest changedTo(OutgoingCall call) {
    RequestHead to = head == null ? null : head.with(call.headers());
    boolean sameBody = call.body().bytes() == body;
    int end = messagesEnd;
    if (!sameBody && !policy.turns().equals(Turns.NONE)) {
      end = Members.endOfMessages(call.body().bytes(), call.body().length());
    }
    return new CallRequest(
        promptId,
        promptHash,
        model,
        to,
        call.body().bytes(),
        call.body().length(),
        // In a body that was written anew nobody knows where what is.
        sameBody ? headLength : 0,
        end,
        sameBody
            ? policy.withAttributes(call.attributes())
            : policy
                .withAttributes(call.attributes())
                .withFallbacks(List.of())
                .withTurns(end > 0 ? policy.turns() : Turns.NONE));
  }

  /** The same request, which may go back to the model that often. */
  public CallRequest with(Turns turns) {
    return turns.equals(policy.turns())
        ? this
        : new CallRequest(
            promptId,
            promptHash,
            model,
            head,
            body,
            bodyLength,
            headLength,
            messagesEnd,
            policy.withTurns(turns));
  }

  @Override
  public String toString() {
    return "CallRequest[" + promptId + ", " + model + "]";
  }
}
