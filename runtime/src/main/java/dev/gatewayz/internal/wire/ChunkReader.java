package dev.gatewayz.internal.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads the answers and chunks of one event loop: events that look like earlier ones by comparing,
 * others by scanning, and what neither is sure about by parsing. All three say the same of the same
 * bytes.
 */
public final class ChunkReader {
  private static final int SHAPES = 4;
  private static final int MOST_LESSONS_MISSED = 256;

  private final AnswerFields fields = new AnswerFields();
  private final AnswerScanner scanner = new AnswerScanner();

  /** What events have looked like lately, the one that was met last first. */
  private final @Nullable ChunkShape[] shapes = new ChunkShape[SHAPES];

  /**
   * How many shapes were learned since one of them was met again. A server that never repeats
   * itself is not worth learning from, so the longer that goes on the more rarely it is tried.
   */
  private int vainly;

  private int untilNextLesson;

  /** Where the event begins that was not known, if {@link #read} is called for it next. */
  private int unknownStart = -1;

  /** What was read last; changes with the next call. */
  public AnswerFields fields() {
    return fields;
  }

  /**
   * Reads an event that looks like an earlier one.
   *
   * @param bytes of a stream, from the start of an event at least
   * @param knownId the id that the chunk probably has, empty if that is not known; {@code null} if
   *     it does not matter
   * @return where the event ends, behind its blank line; -1 if it is not known
   */
  public int readKnown(byte[] bytes, int start, int end, @Nullable String knownId) {
    for (int i = 0; i < SHAPES; i++) {
      ChunkShape shape = shapes[i];
      if (shape == null) {
        break;
      }
      int next = shape.read(bytes, start, end, fields, knownId);
      if (next >= 0) {
        if (i > 0) {
          shapes[i] = shapes[0];
          shapes[0] = shape;
        }
        unknownStart = -1;
        vainly = 0;
        untilNextLesson = 0;
        return next;
      }
    }
    unknownStart = start;
    return -1;
  }

  /**
   * Reads a document.
   *
   * @throws JacksonException if it is none
   */
  public void read(byte[] bytes, int offset, int length) {
    int start = unknownStart;
    unknownStart = -1;
    if (!scanner.read(bytes, offset, length, fields)) {
      AnswerReader.read(bytes, offset, length, fields);
    } else if (start >= 0) {
      learn(bytes, start, offset, offset + length);
    }
  }

  /** Remembers an event that is one data line and a blank line, and lies in the bytes whole. */
  private void learn(byte[] bytes, int start, int dataStart, int dataEnd) {
    int prefix = dataStart - start;
    boolean isDataLine =
        (prefix == 5 || prefix == 6)
            && bytes[start] == 'd'
            && bytes[start + 1] == 'a'
            && bytes[start + 2] == 't'
            && bytes[start + 3] == 'a'
            && bytes[start + 4] == ':';
    if (!isDataLine
        || dataEnd + 1 >= bytes.length
        || bytes[dataEnd] != '\n'
        || bytes[dataEnd + 1] != '\n'
        || untilNextLesson-- > 0) {
      return;
    }
    ChunkShape shape = ChunkShape.of(bytes, start, dataEnd + 2, fields, scanner.places());
    if (shape != null) {
      System.arraycopy(shapes, 0, shapes, 1, SHAPES - 1);
      shapes[0] = shape;
      vainly++;
    }
    untilNextLesson = vainly <= SHAPES ? 0 : Math.min(vainly * vainly, MOST_LESSONS_MISSED);
  }
}
