package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Bytes;
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
   * itself is not worth learning from, so the longer that goes on the more rarely it is tried, and
   * only the last lesson is looked at.
   */
  private int vainly;

  private int untilNextLesson;

  /** Which bytes were looked at last in vain, and from where on. */
  private byte @Nullable [] unknown;

  private int unknownStart;

  /** What was read last; changes with the next call. */
  public AnswerFields fields() {
    return fields;
  }

  /**
   * Reads an event that is one line of data, which looks like that of an earlier one, and a blank
   * line.
   *
   * @param bytes of a stream, from the start of an event at least
   * @param knownId the id that the chunk probably has, empty if that is not known; {@code null} if
   *     it does not matter
   * @return where the event ends, behind its blank line; -1 if it is not known
   */
  public int readKnown(byte[] bytes, int start, int end, @Nullable String knownId) {
    int data = EventLines.dataIn(bytes, start, end);
    if (data < 0) {
      return -1;
    }
    int dataEnd = readAlike(bytes, data, end, knownId);
    return dataEnd < 0 ? -1 : EventLines.afterBlank(bytes, dataEnd, end);
  }

  /**
   * Reads the data of an event.
   *
   * @param knownId as {@link #readKnown} takes it
   * @throws JacksonException if it is no document
   */
  public void readEvent(byte[] bytes, int offset, int length, @Nullable String knownId) {
    int end = offset + length;
    boolean isUnknown = bytes == unknown && offset == unknownStart;
    if (!isUnknown && readAlike(bytes, offset, end, knownId) == end) {
      return;
    }
    unknown = null;
    if (scanner.read(bytes, offset, length, fields)) {
      learn(bytes, offset, end);
    } else {
      AnswerReader.read(bytes, offset, length, fields);
    }
  }

  /**
   * Reads a document.
   *
   * @throws JacksonException if it is none
   */
  public void read(byte[] bytes, int offset, int length) {
    if (!scanner.read(bytes, offset, length, fields)) {
      AnswerReader.read(bytes, offset, length, fields);
    }
  }

  /** Reads what looks like the data of an earlier event; returns its end, -1 if nothing does. */
  private int readAlike(byte[] bytes, int start, int end, @Nullable String knownId) {
    int tries = vainly > SHAPES ? 1 : SHAPES;
    for (int i = 0; i < tries; i++) {
      ChunkShape shape = shapes[i];
      if (shape == null) {
        break;
      }
      int dataEnd = shape.read(bytes, start, end, fields, knownId);
      if (dataEnd >= 0) {
        if (i > 0) {
          shapes[i] = shapes[0];
          shapes[0] = shape;
        }
        unknown = null;
        vainly = 0;
        untilNextLesson = 0;
        return dataEnd;
      }
    }
    unknown = bytes;
    unknownStart = start;
    return -1;
  }

  /** Remembers what the data of an event looks like, if that is one line. */
  private void learn(byte[] bytes, int start, int end) {
    if (untilNextLesson-- > 0 || Bytes.indexOfLineEnd(bytes, start, end) >= 0) {
      return;
    }
    ChunkShape shape = ChunkShape.of(bytes, start, end, fields, scanner.places());
    if (shape != null) {
      System.arraycopy(shapes, 0, shapes, 1, SHAPES - 1);
      shapes[0] = shape;
      vainly++;
    }
    untilNextLesson = vainly <= SHAPES ? 0 : Math.min(vainly * vainly, MOST_LESSONS_MISSED);
  }
}
