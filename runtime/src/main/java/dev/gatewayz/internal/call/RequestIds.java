package dev.gatewayz.internal.call;

import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers the calls of a client, and makes request ids of the numbers. Thread-safe. */
final class RequestIds {
  private final byte[] prefix =
      (Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, Character.MAX_RADIX) + "-")
          .getBytes(StandardCharsets.US_ASCII);
  private final AtomicLong last = new AtomicLong();

  /** A number that no other call of this client has. */
  long next() {
    return last.incrementAndGet();
  }

  /** The request id of the call with that number, in letters that the gateway accepts. */
  AsciiString of(long number) {
    int length = prefix.length;
    for (long rest = number; rest > 0; rest /= Character.MAX_RADIX) {
      length++;
    }
    byte[] id = Arrays.copyOf(prefix, length);
    for (long rest = number; rest > 0; rest /= Character.MAX_RADIX) {
      id[--length] =
          (byte) Character.forDigit((int) (rest % Character.MAX_RADIX), Character.MAX_RADIX);
    }
    return new AsciiString(id, false);
  }
}
