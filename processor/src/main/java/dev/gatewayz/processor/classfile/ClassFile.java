package dev.gatewayz.processor.classfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a class file says of the fields and methods of its class. Immutable. */
public final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;

  private final Map<String, List<TypeMark>> marks = new HashMap<>();
  private final Map<String, Map<Integer, String>> variables = new HashMap<>();

  private ClassFile() {}

  /**
   * Reads a class file.
   *
   * @throws IOException if it is none, or of a form that nobody knows yet
   */
  public static ClassFile read(byte[] bytes) throws IOException {
    try {
      ClassFile file = new ClassFile();
      file.read(new ClassBytes(bytes));
      return file;
    } catch (IndexOutOfBoundsException | ClassCastException e) {
      throw new IOException("This is no class file.", e);
    }
  }

  /**
   * The annotations in the types of a field or a method.
   *
   * @param descriptor of the method; empty for a field
   */
  public List<TypeMark> marks(String name, String descriptor) {
    return marks.getOrDefault(name + descriptor, List.of());
  }

  /**
   * The names of a method's parameters, as its code was compiled with; empty where it has no code,
   * or has lost its names.
   *
   * @param slots where the parameters begin among the variables of the method
   */
  public List<String> parameters(String name, String descriptor, List<Integer> slots) {
    Map<Integer, String> known = variables.getOrDefault(name + descriptor, Map.of());
    return known.keySet().containsAll(slots) ? slots.stream().map(known::get).toList() : List.of();
  }

  private void read(ClassBytes in) throws IOException {
    if (in.u4() != MAGIC) {
      throw new IOException("This is no class file.");
    }
    in.skip(4);
    in.readConstants();
    in.skip(6);
    in.skip(2 * in.u2());
    int fields = in.u2();
    for (int i = 0; i < fields; i++) {
      member(in, false);
    }
    int methods = in.u2();
    for (int i = 0; i < methods; i++) {
      member(in, true);
    }
  }

  private void member(ClassBytes in, boolean isMethod) throws IOException {
    in.skip(2);
    String name = in.text();
    String descriptor = in.text();
    String key = isMethod ? name + descriptor : name;
    int attributes = in.u2();
    for (int i = 0; i < attributes; i++) {
      String attribute = in.text();
      int end = in.u4() + in.position();
      switch (attribute) {
        case "RuntimeVisibleTypeAnnotations", "RuntimeInvisibleTypeAnnotations" ->
            marks.computeIfAbsent(key, k -> new ArrayList<>()).addAll(in.typeMarks());
        case "Code" -> variables.put(key, in.variables());
        default -> {}
      }
      in.moveTo(end);
    }
  }
}
