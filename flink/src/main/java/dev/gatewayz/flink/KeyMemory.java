package dev.gatewayz.flink;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The last keys that came, each as 64 bits of a hash. Belongs to one thread. */
final class KeyMemory {
  private final long[] ring;
  private final Set<Long> known;
  private int next;
  private int size;

  /** Remembers so many. */
  KeyMemory(int capacity) {
    ring = new long[capacity];
    known = new HashSet<>();
  }

  /** Whether the key is new; it is known afterwards. */
  boolean add(String key) {
    return ring.length == 0 || addHash(hash(key));
  }

  /** The same for what {@link #hashes} has told. */
  boolean addHash(long hash) {
    if (ring.length == 0 || !known.add(hash)) {
      return false;
    }
    if (size == ring.length) {
      known.remove(ring[next]);
    } else {
      size++;
    }
    ring[next] = hash;
    next = (next + 1) % ring.length;
    return true;
  }

  /** All that are known, the oldest first. */
  long[] hashes() {
    if (size < ring.length) {
      return Arrays.copyOf(ring, size);
    }
    long[] hashes = new long[size];
    System.arraycopy(ring, next, hashes, 0, size - next);
    System.arraycopy(ring, 0, hashes, size - next, next);
    return hashes;
  }

  /** FNV-1a with the finish of SplitMix64, so that short keys differ in all bits. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
