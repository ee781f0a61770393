package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing looks classes, members or services up at run time, but for those named here. */
class BytecodeTest {
  private static final Path CLASSES = Path.of("target/classes");

  private static final Pattern LOOKING_UP =
      Pattern.compile(
          "java/lang/reflect/.*"
              + "|java/util/ServiceLoader\\..*"
              + "|java/lang/invoke/MethodHandles\\$Lookup\\.(find|unreflect|define|revealDirect).*"
              + "|java/lang/Class\\.(forName|get(Declared)?(Field|Method|Constructor)s?"
              + "|newInstance|getResource.*|getRecordComponents)"
              + "|java/lang/ClassLoader\\.loadClass"
              + "|sun/misc/Unsafe.*");

  /** Who does so, and why. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          // gatewayz.create(X.class) finds what the compiler wrote for X; the constructor does not.
          "dev/gatewayz/Implementations",
          Set.of(
              "java/lang/Class.forName",
              "java/lang/Class.getDeclaredConstructors",
              "java/lang/reflect/Constructor",
              "java/lang/reflect/Constructor.getDeclaringClass",
              "java/lang/reflect/Constructor.getParameterTypes",
              "java/lang/reflect/Constructor.newInstance",
              "java/lang/reflect/Constructor.setAccessible",
              "java/lang/reflect/InaccessibleObjectException",
              "java/lang/reflect/InvocationTargetException",
              "java/lang/reflect/InvocationTargetException.getCause"),
          // Arrays of any kind that tools return; java.lang.reflect.Array looks nothing up by name.
          "dev/gatewayz/codegen/ToolResult$PrimitiveArray",
          Set.of(
              "java/lang/reflect/Array",
              "java/lang/reflect/Array.get",
              "java/lang/reflect/Array.getLength"),
          // Arrays of any kind that templates of overrides go through, in the same way.
          "dev/gatewayz/codegen/Expressions",
          Set.of("java/lang/reflect/Array", "java/lang/reflect/Array.getLength"),
          "dev/gatewayz/codegen/StepRunner",
          Set.of(
              "java/lang/reflect/Array",
              "java/lang/reflect/Array.get",
              "java/lang/reflect/Array.getLength"),
          // Virtual threads, which Java 17 does not have.
          "dev/gatewayz/internal/call/ToolThreads",
          Set.of("java/lang/invoke/MethodHandles$Lookup.findStatic"));

  @Test
  void nothingIsLookedUpAtRunTime() throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = CLASSES.relativize(file).toString().replace('\\', '/').replace(".class", "");
        Set<String> used = new TreeSet<>(used(Files.readAllBytes(file)));
        used.removeIf(use -> !LOOKING_UP.matcher(use).matches());
        if (!used.isEmpty()) {
          found.put(name, used);
        }
      }
    }
    assertThat(found).isEqualTo(new TreeMap<>(ALLOWED));
  }

  /**
   * Classes that are referred to, and methods and fields, as in {@code java/lang/Class.forName}.
   */
  private static Set<String> used(byte[] classFile) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    in.skipBytes(8);
    int count = in.readUnsignedShort();
    String[] texts = new String[count];
    int[] first = new int[count];
    int[] second = new int[count];
    int[] tags = new int[count];
    for (int i = 1; i < count; i++) {
      tags[i] = in.readUnsignedByte();
      switch (tags[i]) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4 -> in.skipBytes(4);
        case 5, 6 -> {
          in.skipBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
        case 9, 10, 11, 12, 17, 18 -> {
          first[i] = in.readUnsignedShort();
          second[i] = in.readUnsignedShort();
        }
        case 15 -> in.skipBytes(3);
        default -> throw new IOException("tag " + tags[i]);
      }
    }
    Set<String> used = new TreeSet<>();
    for (int i = 1; i < count; i++) {
      if (tags[i] == 7) {
        used.add(texts[first[i]]);
      } else if (tags[i] >= 9 && tags[i] <= 11) {
        used.add(texts[first[first[i]]] + "." + texts[first[second[i]]]);
      }
    }
    return used;
  }
}
