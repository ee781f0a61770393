package dev.gatewayz.flink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values without their classes, as bytes that say what they are: {@code null}, booleans, longs,
 * doubles, texts, bytes, lists, and maps from names.
 */
final class Tree {
  private static final int NULL = 0;
  private static final int FALSE = 1;
  private static final int TRUE = 2;
  private static final int LONG = 3;
  private static final int DOUBLE = 4;
  private static final int TEXT = 5;
  private static final int BYTES = 6;
  private static final int LIST = 7;
  private static final int MAP = 8;

  private Tree() {}

  static void write(@Nullable Object node, DataOutput out) throws IOException {
    if (node == null) {
      out.writeByte(NULL);
    } else if (node instanceof Boolean bool) {
      out.writeByte(bool ? TRUE : FALSE);
    } else if (node instanceof Long number) {
      out.writeByte(LONG);
      out.writeLong(number);
    } else if (node instanceof Double number) {
      out.writeByte(DOUBLE);
      out.writeDouble(number);
    } else if (node instanceof String text) {
      out.writeByte(TEXT);
      Texts.write(text, out);
    } else if (node instanceof byte[] bytes) {
      out.writeByte(BYTES);
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (node instanceof List<?> list) {
      out.writeByte(LIST);
      out.writeInt(list.size());
      for (Object element : list) {
        write(element, out);
      }
    } else if (node instanceof Map<?, ?> map) {
      out.writeByte(MAP);
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Texts.write((String) entry.getKey(), out);
        write(entry.getValue(), out);
      }
    } else {
      throw new IOException("A tree has no " + node.getClass() + ".");
    }
  }

  static @Nullable Object read(DataInput in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case NULL -> null;
      case FALSE -> false;
      case TRUE -> true;
      case LONG -> in.readLong();
      case DOUBLE -> in.readDouble();
      case TEXT -> Texts.read(in);
      case BYTES -> bytes(in);
      case LIST -> list(in);
      case MAP -> map(in);
      default -> throw new IOException("No kind of value is " + kind + ": a later version's?");
    };
  }

  private static byte[] bytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  private static List<@Nullable Object> list(DataInput in) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      list.add(read(in));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(DataInput in) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      map.put(Texts.read(in), read(in));
    }
    return map;
  }
}
