package dev.gatewayz.internal.call;

import dev.gatewayz.internal.wire.ChunkReader;

/**
 * What the calls of one loop share while they decode: a decoder of theirs never keeps anything here
 * from one frame to the next.
 *
 * @param scratch a frame's bytes while it is decoded
 * @param reader reads chunks, and holds what the last one says while it is handed on
 * @param bodies arrays for answers in one piece
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose.
record Decoding(byte[] scratch, ChunkReader reader, SpareBodies bodies) {
  static final int SCRATCH_SIZE = 16 * 1024;

  Decoding() {
    this(new byte[SCRATCH_SIZE], new ChunkReader(), new SpareBodies());
  }
}
