package dev.gatewayz.benchmarks.client;

import org.jspecify.annotations.Nullable;

/** Gets an answer: all of it in one piece, or piece by piece. */
public interface Pieces {

  /** A piece of the text. */
  void piece(String text);

  /** The answer is whole, or has failed. Called once. */
  void end(@Nullable Throwable failure);
}
