package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.fault.Frame;
import dev.gatewayz.fault.Http2Peer;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.CountingLoops;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Servers that do not read. */
class WriteStallTest {

  @Test
  void case52_aConnectionThatDoesNotTakeBytesGetsNoMoreCalls() {
    CompletableFuture<Void> reads = new CompletableFuture<>();
    CountingLoops loops = new CountingLoops(1);
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).eventLoopGroup(loops).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                // All windows are open; only the socket is not read.
                peer.handshake(
                    Frame.settings(
                        Frame.INITIAL_WINDOW_SIZE, 1 << 30, Frame.MAX_FRAME_SIZE, 1 << 20));
                peer.send(Frame.windowUpdate(0, 1 << 30));
                peer.answer(peer.expectRequest());
                reads.get(20, TimeUnit.SECONDS);
                peer.answer(peer.expectRequest());
              }),
          Http2Peer.script(
              peer -> {
                peer.handshake();
                for (int i = 0; i < 10; i++) {
                  peer.answer(peer.expectRequest());
                }
              }));
      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      CompletableFuture<Completion<String>> stalled =
          client.completeAsync(ask("x".repeat(30_000_000)));

      // What is sent in the same turn of the loop is still sent together.
      for (int turn = 0; turn < 3; turn++) {
        loops.next().submit(() -> {}).syncUninterruptibly();
      }
      for (int i = 0; i < 10; i++) {
        assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      }

      assertThat(stalled).isNotDone();
      reads.complete(null);
      assertThat(stalled.join().text()).isEqualTo("Hello");
      server.verify();
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }
}
