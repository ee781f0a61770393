package dev.gatewayz.processor;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a class file refers to: classes, and methods as {@code owner.name}. */
final class ConstantPool {
  private final String[] texts;
  private final int[][] pairs;
  private final int[] tags;

  private ConstantPool(int count) {
    texts = new String[count];
    pairs = new int[count][2];
    tags = new int[count];
  }

  static List<String> references(byte[] classFile) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      in.skipBytes(8);
      ConstantPool pool = new ConstantPool(in.readUnsignedShort());
      pool.read(in);
      return pool.references();
    }
  }

  private void read(DataInputStream in) throws IOException {
    for (int i = 1; i < tags.length; i++) {
      tags[i] = in.readUnsignedByte();
      switch (tags[i]) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4 -> in.skipBytes(4);
        case 5, 6 -> {
          in.skipBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> pairs[i][0] = in.readUnsignedShort();
        case 15 -> in.skipBytes(3);
        default -> {
          pairs[i][0] = in.readUnsignedShort();
          pairs[i][1] = in.readUnsignedShort();
        }
      }
    }
  }

  private List<String> references() {
    List<String> references = new ArrayList<>();
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == 7) {
        references.add(texts[pairs[i][0]]);
      } else if (tags[i] == 10 || tags[i] == 11) {
        references.add(texts[pairs[pairs[i][0]][0]] + "." + texts[pairs[pairs[i][1]][0]]);
      }
    }
    return references;
  }
}
