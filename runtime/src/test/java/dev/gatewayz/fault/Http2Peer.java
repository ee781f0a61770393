package dev.gatewayz.fault;

import dev.gatewayz.testkit.ErrorCode;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The server's end of an HTTP/2 connection, in frames. It knows no rules: it does not acknowledge,
 * nor keep to windows, nor to any order, unless the script does.
 *
 * <p>What a script expects may come between frames that it has not asked for: {@code
 * WINDOW_UPDATE}, {@code SETTINGS} and {@code PRIORITY} are passed over. Any other frame is a
 * failure.
 */
public final class Http2Peer {
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  private final RawConnection connection;
  private final RequestAssembler requests = new RequestAssembler();
  private final Windows windows = new Windows();
  private int maxFrameSize = 16_384;
  private long pings;

  private Http2Peer(RawConnection connection) {
    this.connection = connection;
  }

  /** A script in frames, as one for a connection. */
  public static ConnectionScript script(Http2Script script) {
    return connection -> script.play(new Http2Peer(connection));
  }

  /** The bytes below the frames. */
  public RawConnection connection() {
    return connection;
  }

  // What the server says.

  /** Sends frames, all at once. */
  public void send(Frame... frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Frame frame : frames) {
      connection.lines().sent(frame.toString());
      bytes.writeBytes(frame.toBytes());
    }
    connection.write(bytes.toByteArray());
  }

  /** Sends a frame in pieces of that size, each by itself. */
  public void sendSplit(Frame frame, int size) {
    connection.lines().sent(frame + " in pieces:");
    connection.sendSplit(frame.toBytes(), size);
  }

  /**
   * Sends a frame as soon as the windows of the connection and of its stream have room for it. What
   * comes meanwhile does not count, but for a frame that ends all.
   */
  public void sendWithinWindows(Frame data) {
    while (!windows.hasRoomFor(data)) {
      await(
          "WINDOW_UPDATE",
          frame -> frame.type() == Frame.WINDOW_UPDATE,
          frame -> frame.type() != Frame.GOAWAY && frame.type() != Frame.RST_STREAM);
    }
    windows.sent(data);
    send(data);
  }

  /**
   * Sends headers in one frame.
   *
   * @param end whether no body follows
   * @param namesAndValues a name, its value, and so on, such as {@code ":status", "200"}
   */
  public void respond(int streamId, boolean end, String... namesAndValues) {
    send(Frame.headers(streamId, HeaderBlock.of(namesAndValues), end, true));
  }

  /**
   * Answers a call for a chat completion as it should be answered, with the text {@code Hello}:
   * streamed if it asks for that.
   */
  public void answer(Http2Request request) {
    respond(request);
    send(Frame.data(request.streamId(), Answers.to(request.body()), true));
  }

  /** Goes through the handshake, expects a request and sends the headers of its answer. */
  public Http2Request beginAnswer() {
    handshake();
    Http2Request request = expectRequest();
    respond(request);
    return request;
  }

  /** Sends the headers of that answer only. */
  public void respond(Http2Request request) {
    send(Frame.headers(request.streamId(), Answers.head(request.body()), false, true));
  }

  /** The largest payload that the client takes, as far as it has said. */
  public int maxFrameSize() {
    return maxFrameSize;
  }

  // What the client is expected to say.

  /**
   * Expects the client's preface: the magic words and its SETTINGS.
   *
   * @return the SETTINGS frame
   */
  public Frame expectPreface() {
    byte[] words = connection.receive(PREFACE.length());
    if (!PREFACE.equals(new String(words, StandardCharsets.US_ASCII))) {
      throw connection.failure("Expected the preface of HTTP/2, but came other bytes");
    }
    Frame settings = next();
    if (settings.type() != Frame.SETTINGS || settings.has(Frame.ACK)) {
      throw connection.failure("Expected SETTINGS as the first frame, but came " + settings);
    }
    settings.setting(Frame.MAX_FRAME_SIZE).ifPresent(size -> maxFrameSize = (int) size);
    return settings;
  }

  /** Goes through both prefaces and both acknowledgements, without any setting. */
  public void handshake() {
    handshake(Frame.settings());
  }

  /** Goes through both prefaces and both acknowledgements. */
  public void handshake(Frame settings) {
    expectPreface();
    send(settings, Frame.settingsAck());
    expectSettingsAck();
  }

  /** Expects that the client acknowledges SETTINGS. */
  public void expectSettingsAck() {
    await(
        "an acknowledgement of SETTINGS",
        frame -> isAck(frame, Frame.SETTINGS),
        this::isRequestPart);
  }

  /** Expects a whole request; several may come mixed. */
  public Http2Request expectRequest() {
    while (requests.complete().isEmpty()) {
      await("a request", frame -> !requests.complete().isEmpty(), this::isRequestPart);
    }
    return requests.complete().remove();
  }

  /** Expects so many whole requests, in the order in which they are complete. */
  public List<Http2Request> expectRequests(int count) {
    List<Http2Request> all = new ArrayList<>();
    while (all.size() < count) {
      all.add(expectRequest());
    }
    return all;
  }

  /** Expects a frame of this type. */
  public Frame expect(int type) {
    return await(Frame.nameOf(type), frame -> frame.type() == type, frame -> false);
  }

  /** Expects that the client resets a stream, by one of these codes, or by any if there is none. */
  public Frame expectReset(int streamId, ErrorCode... codes) {
    return await(
        "RST_STREAM on stream " + streamId + " by " + Arrays.toString(codes),
        frame -> isReset(frame, streamId, codes),
        frame -> false);
  }

  /** Expects that the client takes leave, by one of these codes, or by any if there is none. */
  public Frame expectGoAway(ErrorCode... codes) {
    return await(
        "GOAWAY by " + Arrays.toString(codes),
        frame -> frame.type() == Frame.GOAWAY && isOneOf(codes, frame.errorCode()),
        frame -> frame.type() != Frame.GOAWAY);
  }

  /**
   * Expects that the client takes what it got for an error of the connection: it sends GOAWAY by
   * one of these codes, or just closes the connection.
   */
  public void expectConnectionError(ErrorCode... codes) {
    expectError(frame -> false, "the end of the connection by " + Arrays.toString(codes), codes);
  }

  /**
   * Expects that the client takes what it got for an error of a stream, or, more strictly, of the
   * connection: it sends RST_STREAM or GOAWAY by one of these codes, or just closes the connection.
   */
  public void expectStreamError(int streamId, ErrorCode... codes) {
    expectError(
        frame -> isReset(frame, streamId, codes),
        "the end of stream " + streamId + " by " + Arrays.toString(codes),
        codes);
  }

  /** Expects that the client is well: it answers a PING. Frames before the answer do not count. */
  public void expectAlive() {
    Frame ping = Frame.ping(++pings);
    send(ping);
    expectPingAck(ping);
  }

  /**
   * Expects that the client has nothing more to say: it answers a PING, sends nothing before, and
   * has not begun a request that the script does not know.
   */
  public void expectQuiet() {
    if (requests.isAnyBegun()) {
      throw connection.failure("Expected nothing more, but there is another request");
    }
    Frame ping = Frame.ping(++pings);
    send(ping);
    await("an answer to " + ping, frame -> isAck(frame, Frame.PING), frame -> false);
  }

  /** Expects the answer to this PING; frames before it do not count, but for one that ends all. */
  public void expectPingAck(Frame ping) {
    await(
        "an answer to " + ping,
        frame -> isAck(frame, Frame.PING) && Arrays.equals(frame.payload(), ping.payload()),
        frame -> frame.type() != Frame.GOAWAY && !isAck(frame, Frame.PING));
  }

  /** Expects that the client closes the connection, whatever it says before. */
  public void expectClosed() {
    Frame frame = read();
    while (frame != null) {
      frame = read();
    }
  }

  /**
   * The next frame, whatever it is.
   *
   * @throws AssertionError if none comes in time or the client closes the connection
   */
  public Frame next() {
    Frame frame = read();
    if (frame == null) {
      throw connection.failure("Expected a frame, but the connection ended");
    }
    return frame;
  }

  private void expectError(Predicate<Frame> enough, String what, ErrorCode... codes) {
    Frame frame = read();
    while (frame != null && !enough.test(frame)) {
      if (frame.type() == Frame.GOAWAY) {
        if (isOneOf(codes, frame.errorCode())) {
          return;
        }
        throw connection.failure("Expected " + what + ", but came " + frame);
      }
      frame = read();
    }
  }

  private Frame await(String what, Predicate<Frame> wanted, Predicate<Frame> welcome) {
    while (true) {
      Frame frame = read();
      if (frame == null) {
        throw connection.failure("Expected " + what + ", but the connection ended");
      }
      if (wanted.test(frame)) {
        return frame;
      }
      if (!welcome.test(frame) && !isNoise(frame)) {
        throw connection.failure("Expected " + what + ", but came " + frame);
      }
    }
  }

  /** The next frame; nothing if the client closes the connection first. */
  private @Nullable Frame read() {
    long deadline = connection.deadline();
    byte[] head = new byte[Frame.HEAD_LENGTH];
    if (connection.read(head, deadline) < head.length) {
      return null;
    }
    byte[] payload = new byte[Frame.lengthIn(head)];
    if (connection.read(payload, deadline) < payload.length) {
      return null;
    }
    Frame frame = Frame.parse(head, payload);
    connection.lines().received(frame.toString());
    windows.received(frame);
    assemble(frame);
    return frame;
  }

  private void assemble(Frame frame) {
    try {
      if (RequestAssembler.isPart(frame)) {
        requests.add(frame);
      } else if (frame.type() == Frame.RST_STREAM) {
        requests.drop(frame.streamId());
      }
    } catch (Http2Exception e) {
      throw connection.failure("The client's header block cannot be read: " + e.getMessage());
    }
  }

  private boolean isRequestPart(Frame frame) {
    return RequestAssembler.isPart(frame);
  }

  private static boolean isNoise(Frame frame) {
    return frame.type() == Frame.WINDOW_UPDATE
        || frame.type() == Frame.SETTINGS
        || frame.type() == Frame.PRIORITY;
  }

  private static boolean isAck(Frame frame, int type) {
    return frame.type() == type && frame.has(Frame.ACK);
  }

  private static boolean isReset(Frame frame, int streamId, ErrorCode... codes) {
    return frame.type() == Frame.RST_STREAM
        && frame.streamId() == streamId
        && isOneOf(codes, frame.errorCode());
  }

  private static boolean isOneOf(ErrorCode[] codes, long number) {
    return codes.length == 0 || Stream.of(codes).anyMatch(code -> code.number() == number);
  }
}
