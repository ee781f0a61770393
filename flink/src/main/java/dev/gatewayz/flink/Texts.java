package dev.gatewayz.flink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts of any length, which {@code writeUTF} cannot write. */
final class Texts {
  private static final int NONE = -1;

  private Texts() {}

  static void write(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static void writeNullable(@Nullable String text, DataOutput out) throws IOException {
    if (text == null) {
      out.writeInt(NONE);
    } else {
      write(text, out);
    }
  }

  static String read(DataInput in) throws IOException {
    String text = readNullable(in);
    if (text == null) {
      throw new IOException("There is no text where there must be one.");
    }
    return text;
  }

  static @Nullable String readNullable(DataInput in) throws IOException {
    int length = in.readInt();
    if (length == NONE) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
