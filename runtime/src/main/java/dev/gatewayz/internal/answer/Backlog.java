package dev.gatewayz.internal.answer;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that wait until their subscriber asks for them, and the bytes they came in, for which the
 * peer has no credit yet. While no piece waits, no byte does. On the loop of its call.
 *
 * @param <E> the pieces
 */
final class Backlog<E> {
  private @Nullable ArrayDeque<E> pieces;
  private int uncredited;
  private boolean overfull;

  boolean isEmpty() {
    return pieces == null || pieces.isEmpty();
  }

  void add(E piece) {
    if (pieces == null) {
      pieces = new ArrayDeque<>();
    }
    pieces.add(piece);
  }

  /** So many bytes have come in, and wait with the pieces. */
  void hold(int bytes, Upstream call) {
    uncredited += bytes;
    overfull = !call.addBuffered(bytes);
  }

  /** Whether so much waits, here and elsewhere on this loop, that memory is in danger. */
  boolean isOverfull() {
    return overfull;
  }

  /**
   * Gives up the bytes of the next piece.
   *
   * @return how many, which the peer is to get credit for once the piece is taken
   */
  int releaseNext(Upstream call) {
    return pieces == null ? 0 : release(uncredited / pieces.size(), call);
  }

  /** The next piece, which is there: {@link #isEmpty} was asked. */
  E remove() {
    if (pieces == null) {
      throw new IllegalStateException("Nothing waits.");
    }
    return pieces.remove();
  }

  /**
   * Moves as many pieces as are asked for into a batch.
   *
   * @return for how many bytes the peer is to get credit once they are taken
   */
  int moveTo(List<E> batch, Demand demand) {
    int share = 0;
    while (!isEmpty() && demand.take()) {
      share += releaseNext(demand.upstream());
      batch.add(remove());
    }
    return share;
  }

  /** Gives up all bytes, and leaves the pieces. */
  int releaseAll(Upstream call) {
    return release(uncredited, call);
  }

  void clear(Upstream call) {
    pieces = null;
    releaseAll(call);
  }

  private int release(int bytes, Upstream call) {
    if (bytes > 0) {
      uncredited -= bytes;
      call.addBuffered(-bytes);
    }
    return bytes;
  }
}
