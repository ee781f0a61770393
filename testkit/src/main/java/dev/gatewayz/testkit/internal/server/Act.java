package dev.gatewayz.testkit.internal.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** One thing done in the course of an answer. Immutable. */
public sealed interface Act {

  /**
   * Sends the status and the headers.
   *
   * @param status the final status
   * @param headers in order, written as they are
   * @param untilClose whether, on HTTP/1.1, only the end of the connection ends the body; otherwise
   *     a body without {@code content-length} is chunked
   * @param last whether nothing follows
   */
  record Head(int status, List<Header> headers, boolean untilClose, boolean last) implements Act {}

  /**
   * Sends bytes of the body as one DATA frame or one chunk, as soon as the client's windows are
   * open.
   *
   * @param bytes read-only
   * @param last whether the frame ends the stream
   */
  record Body(ByteBuffer bytes, boolean last) implements Act {}

  /**
   * Ends the answer as it should end.
   *
   * @param trailers after the body, usually none
   * @param afterwards performed once the last byte has left; none of them may wait
   */
  record Finish(List<Header> trailers, List<Act> afterwards) implements Act {}

  /**
   * Ends the body here, in the orderly way of the protocol, although there was more to say. What is
   * left of the program after this group is dropped.
   */
  record End() implements Act {}

  /**
   * Closes the connection. What is left of the program after this group is dropped.
   *
   * @param abortive whether with a TCP reset
   */
  record Close(boolean abortive) implements Act {}

  /**
   * Resets the stream; on HTTP/1.1, where there is no such thing, aborts the connection. What is
   * left of the program after this group is dropped.
   *
   * @param code sent in RST_STREAM
   */
  record Reset(long code) implements Act {}

  /**
   * Sends an informational response.
   *
   * @param status 100 to 199
   * @param headers in order
   */
  record Inform(int status, List<Header> headers) implements Act {}

  /**
   * Announces that the connection takes no more requests: GOAWAY, or {@code connection: close}.
   *
   * @param lastStreamId what the frame says, {@link #LATEST} for the newest stream there is
   * @param code what the frame says; anything but 0 closes the connection behind it
   * @param debug what the frame says, as UTF-8
   */
  record GoAway(int lastStreamId, long code, String debug) implements Act {
    /** Stands for the newest stream of the connection. */
    public static final int LATEST = -1;
  }

  /** Sends a PING; nothing on HTTP/1.1. */
  record Ping() implements Act {}

  /**
   * Waits.
   *
   * @param duration not negative
   */
  record Pause(Duration duration) implements Act {}

  /**
   * Waits until it is let pass.
   *
   * @param barrier where to wait
   */
  record Await(Barrier barrier) implements Act {}

  /**
   * Calls something of the test's.
   *
   * @param action runs on the loop, so it must not block
   */
  record Run(Runnable action) implements Act {}
}
