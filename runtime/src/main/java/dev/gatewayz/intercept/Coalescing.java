package dev.gatewayz.intercept;

import dev.gatewayz.Completion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes one call of equal ones that are made at the same time; all get its answer, or its failure.
 * Calls are equal that go to the same gateway with the same key, headers, tags and request body;
 * headers that name a trace do not count. The deadlines are those of the first.
 *
 * <p>A caller that cancels leaves the others their call; it is cancelled when nobody waits for it
 * any more. Who has joined pays nothing: its completion has no attempts and costs zero.
 *
 * <p>Streams pass by, and so do calls that run tools of this program.
 */
public final class Coalescing implements Interceptor {
  private final Predicate<OutgoingCall> applies;
  private final ConcurrentHashMap<String, Shared> underWay = new ConcurrentHashMap<>();

  /** Joins all calls that are equal. */
  public Coalescing() {
    this(call -> true);
  }

  /**
   * Joins some of the calls that are equal.
   *
   * @param applies which calls
   */
  public Coalescing(Predicate<OutgoingCall> applies) {
    this.applies = applies;
  }

  @Override
  public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
    if (call.runsTools() || !applies.test(call)) {
      return next.proceed(call);
    }
    String key = CallKey.of(call);
    Shared fresh = new Shared(key);
    Waiter first = fresh.newWaiter();
    while (true) {
      Shared other = underWay.putIfAbsent(key, fresh);
      if (other == null) {
        fresh.begin(call, next.detached());
        return first;
      }
      Waiter joined = other.join();
      if (joined != null) {
        return joined;
      }
      underWay.remove(key, other);
    }
  }

  /** A call that several wait for. */
  private final class Shared {
    private final String key;

    /** Who waits, the one that makes the call first. Guarded by this. */
    private final List<Waiter> waiters = new ArrayList<>(2);

    /** Nobody can join any more. Guarded by this. */
    private boolean closed;

    /** The call, {@code null} before it is made. Guarded by this. */
    private @Nullable CompletableFuture<Completion<String>> call;

    private Shared(String key) {
      this.key = key;
    }

    private void begin(OutgoingCall outgoing, Next next) {
      CompletableFuture<Completion<String>> made;
      try {
        made = next.proceed(outgoing).toCompletableFuture();
      } catch (Throwable t) {
        end(null, t);
        return;
      }
      boolean unwanted;
      synchronized (this) {
        call = made;
        unwanted = closed;
      }
      if (unwanted) {
        made.cancel(false);
      }
      made.whenComplete(this::end);
    }

    /** One more that waits, {@code null} if it is too late. */
    private synchronized @Nullable Waiter join() {
      if (closed) {
        return null;
      }
      return newWaiter();
    }

    private Waiter newWaiter() {
      Waiter waiter = new Waiter(waiters.isEmpty());
      waiters.add(waiter);
      // However it is completed from outside, whoever did so has no use for the call.
      waiter.whenComplete((answer, failure) -> leave(waiter));
      return waiter;
    }

    private void leave(Waiter waiter) {
      CompletableFuture<Completion<String>> unwanted;
      synchronized (this) {
        if (!waiters.remove(waiter) || !waiters.isEmpty()) {
          return;
        }
        closed = true;
        unwanted = call;
      }
      underWay.remove(key, this);
      if (unwanted != null) {
        unwanted.cancel(false);
      }
    }

    /** The call has ended: it is forgotten first, so that nobody gets a stale answer. */
    private void end(@Nullable Completion<String> answer, @Nullable Throwable failure) {
      underWay.remove(key, this);
      List<Waiter> all;
      synchronized (this) {
        closed = true;
        all = List.copyOf(waiters);
        waiters.clear();
      }
      for (Waiter waiter : all) {
        waiter.end(answer, failure);
      }
    }
  }

  /** What one of the callers waits for. */
  private static final class Waiter extends CompletableFuture<Completion<String>> {
    private final boolean isFirst;

    private Waiter(boolean isFirst) {
      this.isFirst = isFirst;
    }

    private void end(@Nullable Completion<String> answer, @Nullable Throwable failure) {
      if (answer != null) {
        complete(isFirst ? answer : answer.toBuilder().attempts(0).cost(BigDecimal.ZERO).build());
      } else if (failure instanceof CompletionException && failure.getCause() != null) {
        completeExceptionally(failure.getCause());
      } else {
        completeExceptionally(
            failure == null ? new IllegalStateException("The call had no answer.") : failure);
      }
    }
  }
}
