package dev.gatewayz.chaos;

import java.util.Random;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A subscriber that asks for as much as it likes, when it likes, or cancels. */
final class ChaosSubscriber<T> implements Flow.Subscriber<T> {
  private final ChaosCalls calls;
  private final Random choice;
  private final Function<T, String> textOf;
  private final boolean isWhole;
  private final StringBuilder text = new StringBuilder();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final int cancelAt;
  private final boolean isLate;
  private volatile Flow.Subscription subscription;
  private volatile boolean inSignal;
  private int asked;

  /**
   * One that has not subscribed.
   *
   * @param isWhole whether each piece is all that is known, not what is new
   */
  ChaosSubscriber(ChaosCalls calls, Random choice, boolean isWhole, Function<T, String> textOf) {
    this.isWhole = isWhole;
    this.calls = calls;
    this.choice = choice;
    this.textOf = textOf;
    this.cancelAt = choice.nextInt(8) == 0 ? choice.nextInt(6) : Integer.MAX_VALUE;
    this.isLate = choice.nextInt(4) == 0;
  }

  @Override
  public void onSubscribe(Flow.Subscription s) {
    subscription = s;
    if (cancelAt == 0) {
      calls.later(
          choice.nextInt(30),
          () -> {
            s.cancel();
            end("cancelled");
          });
    }
    ask();
  }

  private void ask() {
    asked = choice.nextInt(3) == 0 ? Integer.MAX_VALUE : 1 + choice.nextInt(3);
    long wanted = asked == Integer.MAX_VALUE ? Long.MAX_VALUE : asked;
    if (isLate) {
      calls.later(choice.nextInt(30), () -> subscription.request(wanted));
    } else {
      subscription.request(wanted);
    }
  }

  @Override
  public void onNext(T piece) {
    if (inSignal) {
      calls.complain("two signals at once");
    }
    inSignal = true;
    if (isWhole) {
      text.setLength(0);
    }
    text.append(textOf.apply(piece));
    if (ended.get()) {
      inSignal = false;
      return;
    }
    if (cancelAt > 0 && text.length() >= 4L * cancelAt) {
      subscription.cancel();
      end("cancelled");
    } else if (--asked == 0) {
      ask();
    }
    inSignal = false;
  }

  @Override
  public void onError(Throwable failure) {
    end(calls.nameOf(failure));
  }

  @Override
  public void onComplete() {
    if (!ended.get()) {
      String whole = text.toString();
      calls.check(whole.endsWith(",") ? whole.substring(0, whole.length() - 1) : whole);
    }
    end("completed");
  }

  private void end(String how) {
    if (ended.compareAndSet(false, true)) {
      calls.end(how);
    } else if (!how.equals("cancelled") && cancelAt == Integer.MAX_VALUE) {
      calls.complain("a stream has ended twice, then with " + how);
    }
  }
}
