package dev.gatewayz.internal.call;

import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.Completion;
import dev.gatewayz.Conversation;
import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.SystemMessage;
import dev.gatewayz.chat.UserMessage;
import dev.gatewayz.internal.answer.HandOver;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.request.CallRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds what was said in a call to the conversation that it was made in, right before the caller has
 * the answer.
 *
 * @param conversation what remembers it
 * @param request as the caller made it, before interceptors and follow-ups
 */
record Memory(Conversation conversation, CallRequest request) {

  private static @Nullable Memory of(CallRequest request) {
    Conversation conversation = request.policy().conversation();
    return conversation == null ? null : new Memory(conversation, request);
  }

  /** Adds a call that has ended well, if it was made in a conversation. */
  static void keep(CallRequest request, Supplier<List<Message>> exchange) {
    Memory memory = of(request);
    if (memory != null) {
      memory.keep(exchange);
    }
  }

  /** The same way to the caller, past the conversation if there is one. */
  static <T> HandOver<T> keeping(CallRequest request, HandOver<T> handOver) {
    Memory memory = of(request);
    return memory == null
        ? handOver
        : (value, rest) -> {
          memory.keep(() -> rest.get().exchange());
          handOver.accept(value, rest);
        };
  }

  /** The same subscriber, behind the conversation if there is one. */
  static <E> Flow.Subscriber<? super E> keeping(
      CallRequest request, Flow.Subscriber<? super E> subscriber) {
    Memory memory = of(request);
    return memory == null ? subscriber : new Listening<E>(memory, subscriber);
  }

  /** What cannot be remembered must not cost anybody an answer. */
  private void keep(Supplier<List<Message>> exchange) {
    try {
      List<Message> said = said(request.body().messages(), exchange.get());
      if (!(said.get(said.size() - 1) instanceof AssistantMessage last && last.isBlank())) {
        conversation.add(isLast(said.get(0)) ? said.subList(1, said.size()) : said);
      }
    } catch (Throwable t) {
      Log.warning("A conversation could not be continued.", t);
    }
  }

  /** Whether the conversation waits for the answer to this very message. */
  private boolean isLast(Message message) {
    List<Message> known = conversation.messages();
    return message instanceof UserMessage
        && !known.isEmpty()
        && known.get(known.size() - 1).equals(message);
  }

  /**
   * The message of the user, as it was asked, and what came of it, without what was wrong with
   * answers.
   *
   * @param asked the messages of the request
   * @param exchange all that were sent in the end, which interceptors may have changed, and the
   *     answer
   */
  private static List<Message> said(List<Message> asked, List<Message> exchange) {
    List<Message> said = new ArrayList<>();
    int from = exchange.size() - 1;
    for (int i = asked.size() - 1; i >= 0 && said.isEmpty(); i--) {
      if (asked.get(i) instanceof UserMessage question) {
        said.add(question);
        int at = exchange.lastIndexOf(question);
        from = at < 0 ? from : at + 1;
      }
    }
    for (Message message : exchange.subList(from, exchange.size())) {
      if (message instanceof UserMessage) {
        withdraw(said);
      } else if (!(message instanceof SystemMessage)) {
        said.add(message);
      }
    }
    return said;
  }

  /** Takes an answer back that the model was told to correct. */
  private static void withdraw(List<Message> said) {
    int last = said.size() - 1;
    if (last >= 0 && said.get(last) instanceof AssistantMessage) {
      said.remove(last);
    }
  }

  /** A subscriber whose end a conversation hears of first. */
  private record Listening<E>(Memory memory, Flow.Subscriber<? super E> subscriber)
      implements AnswerSubscriber<E> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(E piece) {
      subscriber.onNext(piece);
    }

    @Override
    public void onCompletion(Completion<String> completion) {
      memory.keep(completion::exchange);
      if (subscriber instanceof AnswerSubscriber<? super E> whole) {
        whole.onCompletion(completion);
      }
    }

    @Override
    public void onError(Throwable failure) {
      subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
    }
  }
}
