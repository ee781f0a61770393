package dev.gatewayz.fault;

import dev.gatewayz.testkit.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * An HTTP/2 frame, legal or not: type, flags, stream and payload are whatever they are given as.
 * Immutable.
 */
public final class Frame {
  /** Type 0: a piece of a body. */
  public static final int DATA = 0;

  /** Type 1: the beginning of a header block. */
  public static final int HEADERS = 1;

  /** Type 2: obsolete, and to be ignored. */
  public static final int PRIORITY = 2;

  /** Type 3: the end of a stream by force. */
  public static final int RST_STREAM = 3;

  /** Type 4: what the sender allows, or, with {@link #ACK}, that it has heard. */
  public static final int SETTINGS = 4;

  /** Type 5: a request that the client did not make. */
  public static final int PUSH_PROMISE = 5;

  /** Type 6: to be answered with the same and {@link #ACK}. */
  public static final int PING = 6;

  /** Type 7: the end of a connection. */
  public static final int GOAWAY = 7;

  /** Type 8: more window. */
  public static final int WINDOW_UPDATE = 8;

  /** Type 9: more of a header block. */
  public static final int CONTINUATION = 9;

  /** Flag of DATA and HEADERS: the last of its stream. */
  public static final int END_STREAM = 0x1;

  /** Flag of SETTINGS and PING: an answer. */
  public static final int ACK = 0x1;

  /** Flag of HEADERS, CONTINUATION and PUSH_PROMISE: the last of its header block. */
  public static final int END_HEADERS = 0x4;

  /** Flag of DATA, HEADERS and PUSH_PROMISE: there is padding. */
  public static final int PADDED = 0x8;

  /** Setting 1: the size of the table for header compression. */
  public static final int HEADER_TABLE_SIZE = 1;

  /** Setting 2: whether pushes are welcome. */
  public static final int ENABLE_PUSH = 2;

  /** Setting 3: how many streams the other side may have. */
  public static final int MAX_CONCURRENT_STREAMS = 3;

  /** Setting 4: how many bytes may be sent ahead on a new stream. */
  public static final int INITIAL_WINDOW_SIZE = 4;

  /** Setting 5: the largest payload of a frame. */
  public static final int MAX_FRAME_SIZE = 5;

  /** Setting 6: the largest list of headers. */
  public static final int MAX_HEADER_LIST_SIZE = 6;

  private static final String[] NAMES = {
    "DATA",
    "HEADERS",
    "PRIORITY",
    "RST_STREAM",
    "SETTINGS",
    "PUSH_PROMISE",
    "PING",
    "GOAWAY",
    "WINDOW_UPDATE",
    "CONTINUATION"
  };
  static final int HEAD_LENGTH = 9;
  private static final int LENGTH_OF_INT = 4;
  private static final int LENGTH_OF_SETTING = 6;
  private static final int STREAM_MASK = 0x7fff_ffff;

  private final int type;
  private final int flags;
  private final int streamId;
  private final byte[] payload;

  private Frame(int type, int flags, int streamId, byte[] payload) {
    this.type = type;
    this.flags = flags;
    this.streamId = streamId;
    this.payload = payload;
  }

  /**
   * Any frame.
   *
   * @param type 0 to 255
   * @param flags 0 to 255
   * @param streamId all 32 bits; the first one is the reserved one
   * @param payload copied; its length becomes the frame's
   */
  public static Frame of(int type, int flags, int streamId, byte... payload) {
    return new Frame(type, flags, streamId, payload.clone());
  }

  /** A piece of a body. */
  public static Frame data(int streamId, byte[] bytes, boolean end) {
    return of(DATA, end ? END_STREAM : 0, streamId, bytes);
  }

  /** A piece of a body from text, as UTF-8. */
  public static Frame data(int streamId, String text, boolean end) {
    return data(streamId, text.getBytes(StandardCharsets.UTF_8), end);
  }

  /**
   * A piece of a body with padding, which counts against the windows too.
   *
   * @param padding bytes of it, 0 to 255
   */
  public static Frame paddedData(int streamId, byte[] bytes, int padding, boolean end) {
    ByteBuffer payload = ByteBuffer.allocate(1 + bytes.length + padding);
    payload.put((byte) padding).put(bytes);
    return of(DATA, PADDED | (end ? END_STREAM : 0), streamId, payload.array());
  }

  /**
   * The beginning of a header block.
   *
   * @param block of {@link HeaderBlock}, or any bytes
   * @param endStream whether no body follows
   * @param endHeaders whether no continuation follows
   */
  public static Frame headers(int streamId, byte[] block, boolean endStream, boolean endHeaders) {
    int flags = (endStream ? END_STREAM : 0) | (endHeaders ? END_HEADERS : 0);
    return of(HEADERS, flags, streamId, block);
  }

  /** More of a header block. */
  public static Frame continuation(int streamId, byte[] block, boolean endHeaders) {
    return of(CONTINUATION, endHeaders ? END_HEADERS : 0, streamId, block);
  }

  /** A priority, which is to be ignored. */
  public static Frame priority(int streamId, int dependsOn) {
    byte[] payload = ByteBuffer.allocate(LENGTH_OF_INT + 1).putInt(dependsOn).array();
    return of(PRIORITY, 0, streamId, payload);
  }

  /** The end of a stream by force. */
  public static Frame reset(int streamId, ErrorCode code) {
    return of(RST_STREAM, 0, streamId, number((int) code.number()));
  }

  /**
   * Settings.
   *
   * @param idsAndValues an id, its value, and so on; a value counts as 32 bits without a sign
   */
  public static Frame settings(long... idsAndValues) {
    ByteBuffer payload = ByteBuffer.allocate(idsAndValues.length / 2 * LENGTH_OF_SETTING);
    for (int i = 0; i + 1 < idsAndValues.length; i += 2) {
      payload.putShort((short) idsAndValues[i]).putInt((int) idsAndValues[i + 1]);
    }
    return of(SETTINGS, 0, 0, payload.array());
  }

  /** That settings were heard. */
  public static Frame settingsAck() {
    return of(SETTINGS, ACK, 0);
  }

  /** A request that the client did not make. */
  public static Frame pushPromise(int streamId, int promisedId, byte[] block) {
    ByteBuffer payload = ByteBuffer.allocate(LENGTH_OF_INT + block.length);
    payload.putInt(promisedId).put(block);
    return of(PUSH_PROMISE, END_HEADERS, streamId, payload.array());
  }

  /** A ping. */
  public static Frame ping(long content) {
    return of(PING, 0, 0, ByteBuffer.allocate(Long.BYTES).putLong(content).array());
  }

  /** The answer to a ping. */
  public static Frame pingAck(long content) {
    return of(PING, ACK, 0, ByteBuffer.allocate(Long.BYTES).putLong(content).array());
  }

  /** The end of a connection. */
  public static Frame goAway(int lastStreamId, ErrorCode code, String debug) {
    byte[] text = debug.getBytes(StandardCharsets.UTF_8);
    ByteBuffer payload = ByteBuffer.allocate(2 * LENGTH_OF_INT + text.length);
    payload.putInt(lastStreamId).putInt((int) code.number()).put(text);
    return of(GOAWAY, 0, 0, payload.array());
  }

  /** More window, of a stream, or of the connection if it is 0. */
  public static Frame windowUpdate(int streamId, int increment) {
    return of(WINDOW_UPDATE, 0, streamId, number(increment));
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(LENGTH_OF_INT).putInt(value).array();
  }

  /** The type. */
  public int type() {
    return type;
  }

  /** All flags. */
  public int flags() {
    return flags;
  }

  /** Whether it has this flag. */
  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** The stream, without the reserved bit. */
  public int streamId() {
    return streamId & STREAM_MASK;
  }

  /** A copy of the payload. */
  public byte[] payload() {
    return payload.clone();
  }

  /** The code of a RST_STREAM or GOAWAY frame. */
  public long errorCode() {
    int at = type == GOAWAY ? LENGTH_OF_INT : 0;
    return Integer.toUnsignedLong(ByteBuffer.wrap(payload).getInt(at));
  }

  /** The last stream of a GOAWAY frame. */
  public int lastStreamId() {
    return ByteBuffer.wrap(payload).getInt() & STREAM_MASK;
  }

  /** The increment of a WINDOW_UPDATE frame. */
  public int increment() {
    return ByteBuffer.wrap(payload).getInt() & STREAM_MASK;
  }

  /** The value of a setting in a SETTINGS frame, the last one if it is there twice. */
  public OptionalLong setting(int id) {
    OptionalLong value = OptionalLong.empty();
    ByteBuffer settings = ByteBuffer.wrap(payload);
    while (settings.remaining() >= LENGTH_OF_SETTING) {
      boolean wanted = Short.toUnsignedInt(settings.getShort()) == id;
      long found = Integer.toUnsignedLong(settings.getInt());
      value = wanted ? OptionalLong.of(found) : value;
    }
    return value;
  }

  /** The frame as it goes over the wire. */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_LENGTH + payload.length);
    bytes.putInt(payload.length << 8 | type).put((byte) flags).putInt(streamId).put(payload);
    return bytes.array();
  }

  /** The payload's length, as the head of a frame tells it. */
  static int lengthIn(byte[] head) {
    return ByteBuffer.wrap(head).getInt() >>> 8;
  }

  /** The frame with this head and this payload. */
  static Frame parse(byte[] head, byte[] payload) {
    int type = Byte.toUnsignedInt(head[3]);
    int flags = Byte.toUnsignedInt(head[4]);
    return new Frame(type, flags, ByteBuffer.wrap(head).getInt(5), payload);
  }

  /** The name of a type, or its number. */
  static String nameOf(int type) {
    return type < NAMES.length ? NAMES[type] : "type " + type;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(nameOf(type));
    text.append("(stream ").append(streamId());
    if (flags != 0) {
      text.append(", flags 0x").append(Integer.toHexString(flags));
    }
    boolean complete = payload.length >= (type == GOAWAY ? 2 * LENGTH_OF_INT : LENGTH_OF_INT);
    if ((type == RST_STREAM || type == GOAWAY) && complete) {
      text.append(", ").append(codeName());
    }
    return text.append(", ").append(payload.length).append(" bytes)").toString();
  }

  private String codeName() {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.number() == errorCode())
        .map(ErrorCode::name)
        .findFirst()
        .orElse("code " + errorCode());
  }
}
