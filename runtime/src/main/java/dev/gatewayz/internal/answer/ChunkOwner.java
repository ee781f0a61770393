package dev.gatewayz.internal.answer;

import dev.gatewayz.error.CallInfo;
import org.jspecify.annotations.Nullable;

/** Whose chunks somebody else brings than the gateway itself. */
public interface ChunkOwner {

  /** Which call it is. */
  CallInfo info();

  /**
   * The chunks have ended; the subscriber is told next.
   *
   * @param pieces how many pieces came of them
   * @param failure {@code null} if the end is a good one
   */
  void ended(int pieces, @Nullable Throwable failure);
}
