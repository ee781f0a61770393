package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.fault.Frame;
import dev.gatewayz.fault.HeaderBlock;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Sse;
import dev.gatewayz.support.Wire;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What servers say, spoilt: bytes are changed, lost, repeated and made up. Whatever comes of it, a
 * call has one end, and then nothing more.
 */
class FuzzTest {
  private static final int SEEDS = 600;

  private static final int STREAM = 3;

  /** A good server's words. */
  private static byte[] good(boolean http2, Random random) {
    String text = Sse.answer("Grüße", "\\n", "x".repeat(random.nextInt(300)));
    if (!http2) {
      String body =
          random.nextBoolean()
              ? "Content-Length: " + Sse.bytes(text).length + "\r\n\r\n" + text
              : "Transfer-Encoding: chunked\r\n\r\n"
                  + Integer.toHexString(Sse.bytes(text).length)
                  + "\r\n"
                  + text
                  + "\r\n0\r\n\r\n";
      return Sse.bytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + body);
    }
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    frames.writeBytes(Frame.settings(Frame.MAX_CONCURRENT_STREAMS, 10).toBytes());
    frames.writeBytes(Frame.settingsAck().toBytes());
    byte[] head = HeaderBlock.of(":status", "200", "content-type", "text/event-stream");
    frames.writeBytes(Frame.headers(STREAM, head, false, true).toBytes());
    byte[] body = Sse.bytes(text);
    int cut = random.nextInt(body.length);
    frames.writeBytes(Frame.data(STREAM, Arrays.copyOf(body, cut), false).toBytes());
    frames.writeBytes(Frame.ping(random.nextLong()).toBytes());
    frames.writeBytes(
        Frame.data(STREAM, Arrays.copyOfRange(body, cut, body.length), true).toBytes());
    return frames.toByteArray();
  }

  private static byte[] spoilt(byte[] bytes, Random random) {
    byte[] spoilt = bytes.clone();
    for (int i = random.nextInt(4); i >= 0 && spoilt.length > 0; i--) {
      int at = random.nextInt(spoilt.length);
      int end = at + random.nextInt(Math.min(40, spoilt.length - at));
      spoilt =
          switch (random.nextInt(6)) {
            case 0 -> changed(spoilt, at, random.nextInt(256));
            case 1 -> changed(spoilt, at, spoilt[at] ^ 1 << random.nextInt(8));
            case 2 ->
                joined(Arrays.copyOf(spoilt, at), Arrays.copyOfRange(spoilt, end, spoilt.length));
            case 3 ->
                joined(Arrays.copyOf(spoilt, end), Arrays.copyOfRange(spoilt, at, spoilt.length));
            case 4 ->
                joined(
                    joined(Arrays.copyOf(spoilt, at), noise(random)),
                    Arrays.copyOfRange(spoilt, at, spoilt.length));
            default -> Arrays.copyOf(spoilt, at);
          };
    }
    return spoilt;
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[random.nextInt(30)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] changed(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whateverComesACallHasOneEnd(boolean http2) {
    int good = 0;
    try (FaultServer server = FaultServer.start()) {
      GatewayzBuilder builder = http2 ? Asking.http2(server) : Asking.http1(server);
      try (Gatewayz client = builder.maxConnections(1, 1).build()) {
        Random random = new Random(8);
        server.otherwise(
            connection -> {
              byte[] said;
              int split;
              synchronized (random) {
                said = spoilt(good(http2, random), random);
                split = 1 + random.nextInt(said.length + 1);
              }
              if (!http2) {
                connection.receiveUntil("\r\n\r\n");
              }
              connection.sendSplit(said, split);
              connection.closeOutput();
            });
        for (int seed = 0; seed < SEEDS; seed++) {
          if (seed % 3 == 0) {
            CompletableFuture<Completion<String>> call = client.completeAsync(ask("whole"));
            try {
              call.get(20, TimeUnit.SECONDS);
            } catch (Exception e) {
              assertThat(e.getCause()).as("seed %d", seed).isInstanceOf(GatewayzException.class);
            }
          } else {
            Probe<ChatChunk> call = Probe.all(client.stream(ask("streamed")));
            good += call.awaitEnd() == null ? 1 : 0;
          }
        }
        Wire.awaitPools(client, pools -> pools.get(0).active() + pools.get(0).queued() == 0);
      }
    }
    // Some are not spoilt badly enough, or it would be no test of what is behind the frames.
    assertThat(good).isPositive();
  }
}
