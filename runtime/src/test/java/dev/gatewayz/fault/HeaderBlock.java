package dev.gatewayz.fault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Header blocks in the plainest form of HPACK: every field literal, without an index and without
 * Huffman. They change no state of the connection, so they can be cut, repeated and left out, and
 * hold names and values that no encoder would let pass.
 */
public final class HeaderBlock {
  private static final int LITERAL = 0x00;
  private static final int SHORTEST_LONG = 0x7f;
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  private HeaderBlock() {}

  /**
   * A block of these fields.
   *
   * @param namesAndValues a name, its value, and so on
   */
  public static byte[] of(String... namesAndValues) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      block.write(LITERAL);
      write(block, namesAndValues[i]);
      write(block, namesAndValues[i + 1]);
    }
    return block.toByteArray();
  }

  private static void write(ByteArrayOutputStream block, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    if (length < SHORTEST_LONG) {
      block.write(length);
    } else {
      block.write(SHORTEST_LONG);
      for (length -= SHORTEST_LONG; length > SEVEN_BITS; length >>>= 7) {
        block.write((length & SEVEN_BITS) | MORE);
      }
      block.write(length);
    }
    block.writeBytes(bytes);
  }
}
