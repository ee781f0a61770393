package dev.gatewayz.internal.time;

/**
 * The time on one event loop, read rarely: asking the system takes longer than handing on a piece
 * of a stream. It is read when bytes come in, and again when all that they brought was handed on,
 * so that in between {@link #last} says when they came.
 *
 * <p>Code of users that runs on the loop meanwhile is timed by the same two looks: all pieces that
 * one prompt got of those bytes together. Where the loop goes over from one prompt to another there
 * is one more.
 */
public final class LoopClock {
  private long last = System.nanoTime();

  /** Whether what came in is being handed on. */
  private boolean inTurn;

  /** Whether the loop has been lent since {@link #lentAt}, to that prompt of that lender. */
  private boolean lent;

  private long lentAt;
  private Lender lender = (borrower, nanos) -> {};
  private String borrower = "";

  /** Hears for how long code of users had the loop. */
  public interface Lender {

    /**
     * The loop was lent.
     *
     * @param borrower the prompt whose answer was handed on
     * @param nanos for how long
     */
    void onReturn(String borrower, long nanos);
  }

  /** Now, in {@link System#nanoTime}. */
  private long read() {
    last = System.nanoTime();
    return last;
  }

  /** When the bytes came in that are being handed on. Only for what they have brought. */
  public long last() {
    return last;
  }

  /** Bytes have come in; returns when. What they bring is handed on until {@link #endTurn}. */
  public long beginTurn() {
    takeBack();
    inTurn = true;
    return read();
  }

  /** All that came in has been handed on. */
  public void endTurn() {
    takeBack();
    inTurn = false;
  }

  /** Hands on what had to wait, as if it came in now. */
  public void turn(Runnable handingOn) {
    if (inTurn) {
      handingOn.run();
      return;
    }
    beginTurn();
    try {
      handingOn.run();
    } finally {
      endTurn();
    }
  }

  /** Code of a user is about to get a piece, on this thread. */
  @SuppressWarnings("ReferenceEquality") // All calls of a prompt have the same name.
  public void lend(Lender lender, String borrower) {
    if (lent && this.borrower == borrower && this.lender == lender) {
      return;
    }
    if (inTurn) {
      takeBack();
      lent = true;
      lentAt = last;
      this.lender = lender;
      this.borrower = borrower;
    }
  }

  private void takeBack() {
    if (lent) {
      lent = false;
      lender.onReturn(borrower, read() - lentAt);
    }
  }
}
