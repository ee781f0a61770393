package dev.gatewayz.testkit.internal.server;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.EventExecutor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, on one stream of HTTP/2 or one turn of HTTP/1.1.
 *
 * <p>Collects the request's body, asks the backend, and has a {@link Player} play the answer; what
 * the player wants written, a subclass writes in its protocol. Confined to the loop.
 */
abstract class Exchange {
  private final ServerContext context;
  private final Request request;
  private final Connection connection;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean requestComplete;
  private @Nullable Player player;

  Exchange(ServerContext context, Request request, Connection connection) {
    this.context = context;
    this.request = request;
    this.connection = connection;
  }

  // What a protocol has to provide.

  /** Where the exchange lives. */
  abstract EventExecutor loop();

  /** Whether bytes given now would leave now. */
  abstract boolean isWritable();

  abstract ChannelPromise newPromise();

  abstract void inform(Act.Inform inform);

  abstract void head(Act.Head head, ChannelPromise written);

  abstract void body(ByteBuffer bytes, boolean last, ChannelPromise written);

  abstract void finish(List<Header> trailers, ChannelPromise written);

  abstract void reset(long code);

  abstract void ping();

  /** Sends what was written. */
  abstract void flush();

  // What happens to an exchange.

  /** The head is there. */
  final void begin(int openOnConnection) {
    context.observer().exchangeOpened(openOnConnection);
    Optional<Iterator<List<Act>>> early = context.backend().early(request);
    early.ifPresent(this::play);
  }

  /** A piece of the body is there; it is of no use to an answer that has begun. */
  final void received(byte[] bytes) {
    if (player == null) {
      body.writeBytes(bytes);
    }
  }

  /** The request is complete. */
  final void received() {
    requestComplete = true;
    if (player == null) {
      play(context.backend().answer(request.withBody(body.toByteArray())));
    }
  }

  /** Whether the answer has begun. */
  final boolean isAnswering() {
    return player != null;
  }

  final boolean isRequestComplete() {
    return requestComplete;
  }

  /** Bytes can be written again. */
  final void writable() {
    if (player != null) {
      player.writable();
    }
  }

  /** The exchange is over, by the client's doing unless it had ended before. */
  final void over(Outcome outcome) {
    if (player != null) {
      player.stop();
    }
    ended(outcome);
    context.observer().exchangeClosed();
  }

  // What the player tells.

  final void write(Act.Head head) {
    ChannelPromise written = newPromise();
    if (head.last()) {
      answeredBy(written);
    }
    head(head, written);
  }

  final void write(Act.Body piece) {
    int count = piece.bytes().remaining();
    ChannelPromise written = newPromise();
    context.observer().bytesQueued(count);
    written.addListener(done -> context.observer().bytesLeft(count, done.isSuccess()));
    if (piece.last()) {
      answeredBy(written);
    }
    body(piece.bytes().duplicate(), piece.last(), written);
  }

  final void write(Act.Finish finish, Runnable afterwards) {
    ChannelPromise written = newPromise();
    answeredBy(written);
    written.addListener(
        done -> {
          if (done.isSuccess()) {
            afterwards.run();
          }
        });
    finish(finish.trailers(), written);
  }

  /** Ends the body although there was more to say. */
  final void end() {
    cut();
    finish(List.of(), newPromise());
  }

  private void answeredBy(ChannelFuture lastWrite) {
    lastWrite.addListener(
        done -> {
          if (done.isSuccess()) {
            ended(new Outcome(Outcome.Kind.ANSWERED, 0));
          }
        });
  }

  final void cut() {
    ended(new Outcome(Outcome.Kind.CUT, 0));
  }

  /** The program itself is broken: there is nothing to answer with. */
  final void failed(Throwable cause) {
    context.observer().failed(cause);
    cut();
    connection.close(true);
  }

  final Connection connection() {
    return connection;
  }

  final void blocked(boolean blocked) {
    if (blocked) {
      context.observer().writingBlocked();
    } else {
      context.observer().writingUnblocked();
    }
  }

  private void ended(Outcome outcome) {
    request.outcome().complete(outcome);
  }

  private void play(Iterator<List<Act>> program) {
    player = new Player(this, program);
    player.play();
  }
}
