package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.wire.ChunkReader;

/**
 * What the calls of one loop share while they decode: a decoder of theirs never keeps anything here
 * from one frame to the next.
 *
 * @param rules how answers are read
 * @param tellsIds whether somebody is told the ids of all answers
 * @param scratch a frame's bytes while it is decoded
 * @param reader reads chunks, and holds what the last one says while it is handed on
 * @param bodies arrays for answers in one piece
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose.
public record Decoding(
    AnswerRules rules, boolean tellsIds, byte[] scratch, ChunkReader reader, SpareBodies bodies) {
  private static final int SCRATCH_SIZE = 16 * 1024;

  /** For one loop. */
  public Decoding(AnswerRules rules, boolean tellsIds) {
    this(rules, tellsIds, new byte[SCRATCH_SIZE], new ChunkReader(), new SpareBodies());
  }
}
