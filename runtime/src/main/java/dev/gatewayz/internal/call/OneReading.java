package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.answer.Result;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the answer to one call that goes through interceptors: it is made in the middle,
 * where the model may correct what does not fit, and needs not be made again outside of them if
 * they have passed the answer on as it was. Thread-safe.
 *
 * @param <T> what the caller wants
 */
final class OneReading<T> implements Result<T> {
  private final Result<T> result;
  private final AtomicReference<@Nullable Made<T>> last = new AtomicReference<>();
  private volatile boolean over;

  private record Made<T>(ChatCompletion answer, T value) {}

  OneReading(Result<T> result) {
    this.result = result;
  }

  /** Makes it, and keeps it until it is taken. */
  @Override
  public T of(ChatCompletion answer, Supplier<CallInfo> call) {
    T value = result.of(answer, call);
    last.set(new Made<>(answer, value));
    if (over) {
      // The caller has gone, and the call has not.
      last.set(null);
    }
    return value;
  }

  /** What was made of that answer, or is made of it now; nothing is kept from here on. */
  T take(ChatCompletion answer, Supplier<CallInfo> call) {
    over = true;
    Made<T> made = last.getAndSet(null);
    return made != null && isSame(made.answer(), answer) ? made.value() : result.of(answer, call);
  }

  /** Nobody will take it. */
  void forget() {
    over = true;
    last.set(null);
  }

  /** Whether the same is made of both: the first choice says the same, and ended the same way. */
  @SuppressWarnings("ReferenceEquality") // The same object, as a rule.
  private static boolean isSame(ChatCompletion one, ChatCompletion other) {
    if (one == other) {
      return true;
    }
    Choice first = one.choices().get(0);
    Choice second = other.choices().get(0);
    return one.text().equals(other.text())
        && Objects.equals(first.finishReasonText(), second.finishReasonText())
        && Objects.equals(first.message().refusal(), second.message().refusal());
  }
}
