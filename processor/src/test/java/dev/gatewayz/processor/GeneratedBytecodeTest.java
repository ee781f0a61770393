package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Generated clients look nothing up at run time: no reflection, no class by name, no service. */
class GeneratedBytecodeTest {
  private static final Pattern LOOKING_UP =
      Pattern.compile(
          "java/lang/reflect/.*|java/util/ServiceLoader|java/lang/ClassLoader"
              + "|forName|getMethod|getDeclared.*|newInstance|loadClass|findStatic|findVirtual");

  @Test
  void nothingIsLookedUpAtRunTime() throws IOException {
    int clients = 0;
    for (Path file : Fixtures.in("good")) {
      Compilation compilation = Compilation.javac(Fixtures.read(file));
      for (Map.Entry<String, byte[]> type : compilation.classes().entrySet()) {
        if (type.getKey().contains(".Gatewayz")) {
          clients++;
          Set<String> texts = texts(type.getValue());
          texts.removeIf(text -> !LOOKING_UP.matcher(text).matches());
          assertThat(texts).as(type.getKey()).isEmpty();
        }
      }
    }
    assertThat(clients).isGreaterThan(5);
  }

  /** All names in a class file, and other texts with them. */
  private static Set<String> texts(byte[] classFile) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    in.skipBytes(8);
    int count = in.readUnsignedShort();
    Set<String> texts = new TreeSet<>();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.add(in.readUTF());
        case 5, 6 -> {
          in.skipBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> in.skipBytes(2);
        case 15 -> in.skipBytes(3);
        default -> in.skipBytes(4);
      }
    }
    return texts;
  }
}
