package dev.gatewayz.testkit.internal.server;

import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays the program of one answer: act after act, never ahead of the client's windows, never
 * blocking the loop. Confined to the loop.
 */
final class Player {
  private enum State {
    /** Performing acts, or about to. */
    PLAYING,
    /** Something to write waits for a window. */
    BLOCKED,
    /** Waits for a timer or a barrier. */
    WAITING,
    /** Nothing more will be done. */
    STOPPED
  }

  private final Exchange exchange;
  private final Iterator<List<Act>> program;
  private final Deque<Act> group = new ArrayDeque<>();
  private State state = State.PLAYING;

  /** Whether the answer has ended, so that only the rest of its group is performed. */
  private boolean ended;

  /** Whether others know that the answer waits for a window. */
  private boolean toldBlocked;

  private Runnable giveUp = () -> {};

  Player(Exchange exchange, Iterator<List<Act>> program) {
    this.exchange = exchange;
    this.program = program;
  }

  /** Performs what can be performed now. */
  void play() {
    do {
      performAll();
      exchange.flush();
    } while (flushMadeRoom());
    tellIfBlocked();
  }

  /** Whether sending was all it took to get room; of that, nobody tells. */
  private boolean flushMadeRoom() {
    if (state == State.BLOCKED && exchange.isWritable()) {
      state = State.PLAYING;
      return true;
    }
    return false;
  }

  private void performAll() {
    try {
      while (state == State.PLAYING) {
        Act act = next();
        if (act == null) {
          state = State.STOPPED;
        } else {
          perform(act);
        }
      }
    } catch (RuntimeException | AssertionError e) {
      state = State.STOPPED;
      exchange.failed(e);
    }
  }

  /** A window has opened. */
  void writable() {
    if (state == State.BLOCKED) {
      state = State.PLAYING;
      tellIfBlocked();
      play();
    }
  }

  /** Gives up: nothing more is written. */
  void stop() {
    state = State.STOPPED;
    tellIfBlocked();
    giveUp.run();
  }

  /** Tells of a wait once all is sent that could be, and of its end. */
  private void tellIfBlocked() {
    boolean blocked = state == State.BLOCKED;
    if (blocked != toldBlocked) {
      toldBlocked = blocked;
      exchange.blocked(blocked);
    }
  }

  private @Nullable Act next() {
    while (group.isEmpty()) {
      if (ended || !program.hasNext()) {
        return null;
      }
      group.addAll(program.next());
    }
    return group.remove();
  }

  private void perform(Act act) {
    if (act instanceof Act.Pause pause) {
      await(new Timer(pause.duration().toNanos()));
    } else if (act instanceof Act.Await await) {
      await(await.barrier());
    } else if (act instanceof Act.Run run) {
      run.action().run();
    } else if (act instanceof Act.GoAway goAway) {
      exchange.connection().goAway(goAway);
    } else if (act instanceof Act.Ping) {
      exchange.ping();
    } else if (act instanceof Act.Close close) {
      ended = true;
      exchange.cut();
      exchange.connection().close(close.abortive());
    } else if (!ended) {
      answer(act);
    }
  }

  private void answer(Act act) {
    if (act instanceof Act.Inform inform) {
      exchange.inform(inform);
    } else if (act instanceof Act.Head head) {
      ended = head.last();
      exchange.write(head);
    } else if (act instanceof Act.Body body) {
      write(body);
    } else if (act instanceof Act.Finish finish) {
      ended = true;
      exchange.write(finish, () -> finish.afterwards().forEach(this::perform));
    } else if (act instanceof Act.End) {
      ended = true;
      exchange.end();
    } else if (act instanceof Act.Reset reset) {
      ended = true;
      exchange.cut();
      exchange.reset(reset.code());
    }
  }

  private void write(Act.Body body) {
    if (exchange.isWritable() || !body.bytes().hasRemaining()) {
      ended = body.last();
      exchange.write(body);
    } else {
      group.addFirst(body);
      state = State.BLOCKED;
    }
  }

  private void await(Barrier barrier) {
    state = State.WAITING;
    giveUp = barrier.await(this::resumeOnLoop);
  }

  private void resumeOnLoop() {
    try {
      exchange.loop().execute(this::resume);
    } catch (RejectedExecutionException e) {
      // The server is gone, and the connection with it: nobody is left to be answered.
    }
  }

  private void resume() {
    if (state == State.WAITING) {
      state = State.PLAYING;
      giveUp = () -> {};
      play();
    }
  }

  /** A barrier that time opens. */
  private final class Timer implements Barrier {
    private final long nanos;

    Timer(long nanos) {
      this.nanos = nanos;
    }

    @Override
    public Runnable await(Runnable pass) {
      Future<?> timer = exchange.loop().schedule(pass, nanos, TimeUnit.NANOSECONDS);
      return () -> timer.cancel(false);
    }
  }
}
