package dev.gatewayz.processor.classfile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bytes of a class file, read from the front to the back. Used by one thread. */
final class ClassBytes {
  private static final int FIELD = 0x13;
  private static final int RETURN = 0x14;
  private static final int FORMAL_PARAMETER = 0x16;
  private static final int NESTED_STEP = 1;
  private static final int ARGUMENT_STEP = 3;

  private final ByteBuffer in;
  private Object[] constants = {};

  ClassBytes(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  int u1() {
    check(1);
    return in.get() & 0xff;
  }

  int u2() {
    check(2);
    return in.getShort() & 0xffff;
  }

  int u4() {
    check(4);
    return in.getInt();
  }

  int position() {
    return in.position();
  }

  void moveTo(int position) {
    check(position - in.position());
    in.position(position);
  }

  void skip(int bytes) {
    moveTo(in.position() + bytes);
  }

  private void check(int bytes) {
    if (bytes > in.remaining() || in.position() + bytes < 0) {
      throw new IndexOutOfBoundsException(bytes);
    }
  }

  /** Text of the constant that is named next. */
  String text() {
    return (String) constants[u2()];
  }

  void readConstants() throws IOException {
    constants = new Object[u2()];
    for (int i = 1; i < constants.length; i++) {
      int tag = u1();
      switch (tag) {
        case 1 -> constants[i] = utf8();
        case 3 -> constants[i] = u4();
        case 4 -> constants[i] = Float.intBitsToFloat(u4());
        case 5 -> constants[i++] = longer();
        case 6 -> constants[i++] = Double.longBitsToDouble(longer());
        case 7, 8, 16, 19, 20 -> skip(2);
        case 9, 10, 11, 12, 17, 18 -> skip(4);
        case 15 -> skip(3);
        default -> throw new IOException("There is no constant " + tag + ".");
      }
    }
  }

  private long longer() {
    return ((long) u4() << 32) | (u4() & 0xffffffffL);
  }

  private String utf8() throws IOException {
    int start = position();
    skip(u2());
    byte[] text = new byte[position() - start];
    in.position(start).get(text);
    return new DataInputStream(new ByteArrayInputStream(text)).readUTF();
  }

  /** Names of variables by their slots; of several in one slot, the one that is there first. */
  Map<Integer, String> variables() {
    Map<Integer, String> names = new HashMap<>();
    skip(4);
    skip(u4());
    skip(8 * u2());
    int attributes = u2();
    for (int i = 0; i < attributes; i++) {
      String attribute = text();
      int end = u4() + position();
      if (attribute.equals("LocalVariableTable")) {
        int variables = u2();
        for (int v = 0; v < variables; v++) {
          int start = u2();
          skip(2);
          String name = text();
          skip(2);
          int slot = u2();
          if (start == 0) {
            names.put(slot, name);
          }
        }
      }
      moveTo(end);
    }
    return names;
  }

  /** Annotations on types of fields, results and parameters; those inside of code are left out. */
  List<TypeMark> typeMarks() {
    List<TypeMark> marks = new ArrayList<>();
    int count = u2();
    for (int i = 0; i < count; i++) {
      int target = u1();
      int parameter =
          switch (target) {
            case FIELD, RETURN -> TypeMark.RESULT;
            case FORMAL_PARAMETER -> u1();
            default -> {
              skip(sizeOf(target));
              yield Integer.MIN_VALUE;
            }
          };
      List<TypeMark.PathStep> path = path();
      ClassMark mark = mark();
      if (parameter >= TypeMark.RESULT) {
        marks.add(new TypeMark(parameter, path, mark));
      }
    }
    return marks;
  }

  /** How long what tells other places of a member is. */
  private static int sizeOf(int target) {
    return switch (target) {
      case 0x00, 0x01 -> 1;
      case 0x10, 0x11, 0x12, 0x17 -> 2;
      case 0x15 -> 0;
      default -> throw new IndexOutOfBoundsException(target);
    };
  }

  /** Nested types are parts of nothing: what stands around them is no type of a value. */
  private List<TypeMark.PathStep> path() {
    List<TypeMark.PathStep> path = new ArrayList<>();
    int length = u1();
    for (int i = 0; i < length; i++) {
      int kind = u1();
      int argument = u1();
      if (kind != NESTED_STEP) {
        path.add(new TypeMark.PathStep(kind == ARGUMENT_STEP ? argument : 0));
      }
    }
    return path;
  }

  private ClassMark mark() {
    String type = text();
    Map<String, Object> values = new LinkedHashMap<>();
    int count = u2();
    for (int i = 0; i < count; i++) {
      String name = text();
      values.put(name, value());
    }
    return new ClassMark(type, values);
  }

  private Object value() {
    int tag = u1();
    return switch (tag) {
      case 'e' -> new ClassMark.EnumConstant(text(), text());
      case 'c' -> new ClassMark.ClassName(text());
      case '@' -> mark();
      case '[' -> {
        List<Object> all = new ArrayList<>();
        int count = u2();
        for (int i = 0; i < count; i++) {
          all.add(value());
        }
        yield new ClassMark.Values(all);
      }
      case 'Z' -> (Integer) constants[u2()] != 0;
      case 'B' -> ((Integer) constants[u2()]).byteValue();
      case 'S' -> ((Integer) constants[u2()]).shortValue();
      case 'C' -> (char) (int) (Integer) constants[u2()];
      default -> constants[u2()];
    };
  }
}
