package dev.gatewayz.internal.sse;

import dev.gatewayz.internal.json.Bytes;
import java.util.Arrays;

/**
 * Decodes one event stream. Bytes may arrive split anywhere; what is not yet whole is kept, and
 * nothing else: an event that arrives in one piece is handed on from where it lies.
 *
 * <p>Lines end with LF, CR or CRLF. Only the fields {@code data} and {@code event} matter here;
 * comments, {@code id}, {@code retry} and unknown fields are skipped, except that a field named
 * {@code error} is read as the data of an error event, as some servers send it. A comment that a
 * proxy has put into the data of an event of its own, as in {@code data: : keep-alive}, is skipped
 * like one: nothing that is sent as data begins with a colon. An event named {@code ping}, or as
 * its like, is no event. Not thread-safe.
 */
public final class SseDecoder {
  private static final byte[] NONE = new byte[0];

  /** The names of events that only keep the connection alive, whatever their data is. */
  private static final String[] PINGS = {"ping", "heartbeat", "keepalive", "keep-alive"};

  private final int maxEventSize;

  /** The beginning of a line that has not ended. */
  private byte[] line = NONE;

  private int lineSize;

  /** Data of the event so far, each line of it followed by LF. Unused for most events. */
  private byte[] data = NONE;

  private int dataSize;

  /** How many bytes of a byte order mark have been seen; -1 once the stream has begun. */
  private byte bomSize;

  private boolean afterCr;
  private boolean isError;

  /** Whether the event is named as one that only keeps the connection alive. */
  private boolean isPing;

  /**
   * A decoder at the beginning of a stream.
   *
   * @param maxEventSize the longest line and the longest data of one event, in bytes
   */
  public SseDecoder(int maxEventSize) {
    this.maxEventSize = maxEventSize;
  }

  /**
   * Decodes the next bytes of the stream.
   *
   * @return false if {@code events} asked to stop; the decoder is of no use then
   * @throws SseException if a line or an event is too long
   */
  public boolean decode(byte[] bytes, int offset, int length, SseEvents events)
      throws SseException {
    // Small, so that it costs a loop over single bytes no call.
    return (length == 1 && continuesLine(bytes[offset]))
        || decodeLines(bytes, offset, length, events);
  }

  private boolean decodeLines(byte[] bytes, int offset, int length, SseEvents events)
      throws SseException {
    int at = offset;
    int end = offset + length;
    if (bomSize >= 0) {
      at = skipByteOrderMark(bytes, at, end);
    }
    // Data that lies in this array, waiting for the end of its event.
    int held = -1;
    int heldLength = 0;
    while (at < end) {
      if (afterCr) {
        afterCr = false;
        if (bytes[at] == '\n') {
          at++;
          continue;
        }
      }
      if (held < 0 && lineSize == 0 && dataSize == 0 && !isError && !isPing) {
        int next = events.onEventStart(bytes, at, end);
        if (next >= 0) {
          at = next;
          continue;
        }
      }
      int eol = Bytes.indexOfLineEnd(bytes, at, end);
      if (eol < 0) {
        break;
      }
      afterCr = bytes[eol] == '\r';
      byte[] source = bytes;
      int start = at;
      int stop = eol;
      at = eol + 1;
      if (lineSize > 0) {
        append(bytes, start, stop);
        source = line;
        start = 0;
        stop = lineSize;
        lineSize = 0;
      }
      if (start == stop) {
        if (!dispatch(bytes, held, heldLength, events)) {
          return false;
        }
        held = -1;
        continue;
      }
      int value = dataValue(source, start, stop);
      if (value < 0 || (held < 0 && isComment(source, value, stop))) {
        field(source, start, stop);
      } else if (held < 0 && dataSize == 0 && source == bytes) {
        held = value;
        heldLength = stop - value;
      } else {
        if (held >= 0) {
          appendData(bytes, held, heldLength);
          held = -1;
        }
        appendData(source, value, stop - value);
      }
    }
    if (held >= 0) {
      appendData(bytes, held, heldLength);
    }
    if (at < end) {
      append(bytes, at, end);
    }
    return true;
  }

  /**
   * Ends the stream. The standard drops an event that no blank line ends; servers forget that line,
   * so here it is handed on.
   *
   * @return false if {@code events} asked to stop
   * @throws SseException if the last line is too long
   */
  public boolean end(SseEvents events) throws SseException {
    if (lineSize > 0) {
      int value = dataValue(line, 0, lineSize);
      if (value < 0) {
        field(line, 0, lineSize);
      } else if (!isComment(line, value, lineSize)) {
        appendData(line, value, lineSize - value);
      }
      lineSize = 0;
    }
    return dispatch(NONE, -1, 0, events);
  }

  private int skipByteOrderMark(byte[] bytes, int from, int end) throws SseException {
    int at = from;
    while (at < end && bomSize < 3 && bytes[at] == bom(bomSize)) {
      bomSize++;
      at++;
    }
    if (bomSize == 3) {
      bomSize = -1;
    } else if (at < end) {
      // Not a mark after all: what looked like one opens the first line.
      for (int i = 0; i < bomSize; i++) {
        append(new byte[] {bom(i)}, 0, 1);
      }
      bomSize = -1;
    }
    return at;
  }

  private static byte bom(int index) {
    return (byte) (index == 0 ? 0xef : index == 1 ? 0xbb : 0xbf);
  }

  /** Where the value of a {@code data} line begins, or -1 if the line is another. */
  private static int dataValue(byte[] source, int start, int stop) {
    if (stop - start < 4
        || source[start] != 'd'
        || source[start + 1] != 'a'
        || source[start + 2] != 't'
        || source[start + 3] != 'a') {
      return -1;
    }
    return valueAfterName(source, start + 4, stop);
  }

  /** Where a value begins behind a name of which {@code at} is the end; -1 if the name goes on. */
  private static int valueAfterName(byte[] source, int at, int stop) {
    if (at == stop) {
      return stop;
    }
    if (source[at] != ':') {
      return -1;
    }
    return at + 1 < stop && source[at + 1] == ' ' ? at + 2 : at + 1;
  }

  /** Whether what would be the first data of an event is a comment. */
  private boolean isComment(byte[] source, int value, int stop) {
    return dataSize == 0 && value < stop && source[value] == ':';
  }

  private void field(byte[] source, int start, int stop) throws SseException {
    if (startsWith(source, start, stop, "event")) {
      int value = valueAfterName(source, start + 5, stop);
      if (value >= 0) {
        isError = is(source, value, stop, "error");
        isPing = isPing(source, value, stop);
      }
    } else if (startsWith(source, start, stop, "error")) {
      int value = valueAfterName(source, start + 5, stop);
      if (value >= 0) {
        isError = true;
        appendData(source, value, stop - value);
      }
    }
  }

  private static boolean isPing(byte[] source, int start, int stop) {
    for (String name : PINGS) {
      if (is(source, start, stop, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(byte[] source, int start, int stop, String ascii) {
    return stop - start == ascii.length() && startsWith(source, start, stop, ascii);
  }

  private static boolean startsWith(byte[] source, int start, int stop, String ascii) {
    if (stop - start < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (source[start + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean dispatch(byte[] bytes, int held, int heldLength, SseEvents events) {
    boolean error = isError;
    boolean ping = isPing;
    isError = false;
    isPing = false;
    if (ping) {
      dataSize = 0;
      return true;
    }
    if (held >= 0) {
      return events.onEvent(bytes, held, heldLength, error);
    }
    // Without the LF after the last line; without any line there is no event.
    int size = dataSize - 1;
    dataSize = 0;
    return size < 0 || events.onEvent(data, 0, size, error);
  }

  /** Takes a byte that is neither the first of a line nor its end; returns whether it is such. */
  private boolean continuesLine(byte b) {
    int size = lineSize;
    if (size == 0 || size == line.length || b == '\n' || b == '\r') {
      return false;
    }
    line[size] = b;
    lineSize = size + 1;
    return true;
  }

  private void append(byte[] bytes, int start, int stop) throws SseException {
    int size = stop - start;
    check(lineSize + (long) size);
    if (line.length - lineSize < size) {
      // No larger than a line may be, so that whatever has room here may be there.
      line = Arrays.copyOf(line, Math.min(grown(lineSize + size), maxEventSize));
    }
    System.arraycopy(bytes, start, line, lineSize, size);
    lineSize += size;
  }

  private void appendData(byte[] bytes, int start, int size) throws SseException {
    check(dataSize + (long) size);
    if (data.length - dataSize < size + 1) {
      data = Arrays.copyOf(data, grown(dataSize + size + 1));
    }
    System.arraycopy(bytes, start, data, dataSize, size);
    data[dataSize + size] = '\n';
    dataSize += size + 1;
  }

  private void check(long size) throws SseException {
    if (size > maxEventSize) {
      throw new SseException(
          "An event of the stream has more than "
              + maxEventSize
              + " bytes, the limit of GatewayzBuilder.maxEventSize().");
    }
  }

  private static int grown(int size) {
    return Math.max(256, size + (size >> 1));
  }
}
