package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.server.Act;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Something to do in the course of a reply: wait, send something else, break. A {@link Reply} is
 * told at which point.
 *
 * <p>{@link #end()}, {@link #close()}, {@link #abort()} and {@link #reset(ErrorCode)} break the
 * reply off: what it still had to say is dropped. Steps behind them at the same point are still
 * done. Immutable.
 */
public final class Step {
  private final Act act;

  private Step(Act act) {
    this.act = act;
  }

  /**
   * Waits. No thread is blocked meanwhile.
   *
   * @param duration zero or more
   * @return a step, for a {@link Reply}
   */
  public static Step pause(Duration duration) {
    return new Step(new Act.Pause(duration));
  }

  /**
   * Waits until the gate lets the reply pass.
   *
   * @param gate opened by the test
   * @return a step, for a {@link Reply}
   */
  public static Step await(Gate gate) {
    return new Step(new Act.Await(gate::await));
  }

  /**
   * Waits for ever: nothing more comes, and the stream stays open.
   *
   * @return a step, for a {@link Reply}
   */
  public static Step stall() {
    return new Step(new Act.Await(pass -> () -> {}));
  }

  /**
   * Sends bytes as they are, as a frame or a chunk of their own.
   *
   * @param bytes of the body; copied
   * @return a step, for a {@link Reply}
   */
  public static Step send(byte[] bytes) {
    return new Step(new Act.Body(ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer(), false));
  }

  /**
   * Sends text as it is, as UTF-8.
   *
   * @param text of the body
   * @return a step, for a {@link Reply}
   */
  public static Step send(String text) {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends an event with this data; a line break in it makes two lines of data.
   *
   * @param data of the event
   * @return a step, for a {@link Reply}
   */
  public static Step event(String data) {
    return send(Events.event(data));
  }

  /**
   * Sends a comment, such as the {@code ": keepalive"} of a proxy.
   *
   * @param text behind the colon
   * @return a step, for a {@link Reply}
   */
  public static Step comment(String text) {
    return send(": " + text + "\n\n");
  }

  /**
   * Sends an error event in the shape of Gatewayz, which is always of type {@code internal_error}.
   *
   * @param message for example {@code "402: {'error': {'type': 'insufficient_credits'}}"} or {@code
   *     "Error code: 429 - {…}"}
   * @return a step, for a {@link Reply}
   */
  public static Step error(String message) {
    JsonObject error = new JsonObject().put("message", message).put("type", "internal_error");
    return event(new JsonObject().put("error", error).toString());
  }

  /**
   * Sends the event that ends streams, {@code [DONE]}.
   *
   * @return a step, for a {@link Reply}
   */
  public static Step done() {
    return event("[DONE]");
  }

  /**
   * Ends the body in the orderly way of the protocol: END_STREAM, or the last chunk. A reply that
   * has announced a {@code content-length} stays below it.
   *
   * @return a step, for a {@link Reply}
   */
  public static Step end() {
    return new Step(new Act.End());
  }

  /**
   * Closes the connection, and every other stream on it.
   *
   * @return a step, for a {@link Reply}
   */
  public static Step close() {
    return new Step(new Act.Close(false));
  }

  /**
   * Closes the connection with a TCP reset.
   *
   * @return a step, for a {@link Reply}
   */
  public static Step abort() {
    return new Step(new Act.Close(true));
  }

  /**
   * Sends RST_STREAM; on HTTP/1.1 it is {@link #abort()}.
   *
   * @param code why
   * @return a step, for a {@link Reply}
   */
  public static Step reset(ErrorCode code) {
    return new Step(new Act.Reset(code.number()));
  }

  /**
   * Takes leave of the client: GOAWAY with the newest stream as the last one, {@code connection:
   * close} on HTTP/1.1 if the headers are not sent yet. Streams in progress go on, and the
   * connection closes behind the last of them.
   *
   * @return a step, for a {@link Reply}
   */
  public static Step goAway() {
    return new Step(new Act.GoAway(Act.GoAway.LATEST, ErrorCode.NO_ERROR.number(), ""));
  }

  /**
   * Sends GOAWAY with these words. With any code but {@link ErrorCode#NO_ERROR} the connection
   * closes behind it.
   *
   * @param lastStreamId the last stream that is said to be processed; {@link Integer#MAX_VALUE} to
   *     announce an end without drawing the line yet
   * @param code why
   * @param debug sent as UTF-8
   * @return a step, for a {@link Reply}
   */
  public static Step goAway(int lastStreamId, ErrorCode code, String debug) {
    return new Step(new Act.GoAway(lastStreamId, code.number(), debug));
  }

  /**
   * Sends an informational response, such as 103, before the real one.
   *
   * @param status 100 to 199
   * @return a step, for a {@link Reply}
   */
  public static Step inform(int status) {
    return new Step(new Act.Inform(status, List.of()));
  }

  /**
   * Sends an HTTP/2 PING.
   *
   * @return a step, for a {@link Reply}
   */
  public static Step ping() {
    return new Step(new Act.Ping());
  }

  /**
   * Runs something of the test's at this point.
   *
   * @param action runs on the gateway's thread, so it must not block
   * @return a step, for a {@link Reply}
   */
  public static Step run(Runnable action) {
    return new Step(new Act.Run(action));
  }

  Act act() {
    return act;
  }
}
