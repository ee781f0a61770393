package dev.gatewayz.internal.call;

import dev.gatewayz.internal.wire.AnswerFields;

/**
 * What the calls of one loop share while they decode: a decoder of theirs never keeps anything here
 * from one frame to the next.
 *
 * @param scratch a frame's bytes while it is decoded
 * @param fields what a chunk says while it is handed on
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose.
record Decoding(byte[] scratch, AnswerFields fields) {
  static final int SCRATCH_SIZE = 16 * 1024;

  Decoding() {
    this(new byte[SCRATCH_SIZE], new AnswerFields());
  }
}
