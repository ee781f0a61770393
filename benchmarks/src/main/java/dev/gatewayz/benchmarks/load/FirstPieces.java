package dev.gatewayz.benchmarks.load;

import dev.gatewayz.benchmarks.client.Client;
import dev.gatewayz.benchmarks.client.Pieces;
import dev.gatewayz.benchmarks.server.Stamp;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** How long the first piece takes from the server's write to the callback, stream after stream. */
final class FirstPieces {
  private FirstPieces() {}

  static String measure(Client client, int total) throws InterruptedException {
    long[] ages = new long[total];
    for (int i = 0; i < total; i++) {
      ages[i] = first(client);
    }
    Arrays.sort(ages);
    return "p50=" + ages[total / 2] + " p99=" + ages[total * 99 / 100];
  }

  private static long first(Client client) throws InterruptedException {
    Semaphore ended = new Semaphore(0);
    long[] age = {-1};
    client.stream(
        "bench/stamped",
        new Pieces() {
          @Override
          public void piece(String text) {
            if (age[0] < 0) {
              age[0] = Stamp.age(text);
            }
          }

          @Override
          public void end(@Nullable Throwable failure) {
            if (failure != null) {
              failure.printStackTrace();
            }
            ended.release();
          }
        });
    ended.acquire();
    return age[0];
  }
}
