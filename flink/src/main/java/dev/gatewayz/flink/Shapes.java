package dev.gatewayz.flink;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the shapes of types, each once. Belongs to one thread. */
final class Shapes {
  /** By whose name a member of a sealed interface is told. */
  private static final String KIND = "@kind";

  private final Map<Type, Later> known = new HashMap<>();

  private Shapes() {}

  /** The shape of a type. */
  static Shape of(Type type) {
    return new Shapes().find(type, type.getTypeName());
  }

  /** A shape that is being made, which types that contain themselves need. */
  private static final class Later implements Shape {
    private @Nullable Shape shape;

    private Shape shape() {
      return Objects.requireNonNull(shape);
    }

    @Override
    public @Nullable Object toTree(@Nullable Object value) {
      return shape().toTree(value);
    }

    @Override
    public @Nullable Object fromTree(@Nullable Object node, String path) {
      return shape().fromTree(node, path);
    }

    @Override
    public @Nullable Object absent(String path) {
      return shape().absent(path);
    }
  }

  private Shape find(Type type, String path) {
    Later before = known.get(type);
    if (before != null) {
      return before;
    }
    Later later = new Later();
    known.put(type, later);
    later.shape = make(type, path);
    return later.shape;
  }

  private Shape make(Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, path);
    }
    if (type instanceof GenericArrayType array
        && array.getGenericComponentType() instanceof ParameterizedType element) {
      return new ArrayShape((Class<?>) element.getRawType(), find(element, path));
    }
    if (!(type instanceof Class<?> raw)) {
      throw refused(path, type);
    }
    Shape simple = simple(raw);
    if (simple != null) {
      return simple;
    }
    if (raw.isEnum()) {
      return new EnumShape(raw);
    }
    if (raw == byte[].class) {
      return new ConvertedShape(byte[].class, value -> value, byte[].class, node -> node);
    }
    if (raw.isArray()) {
      return new ArrayShape(raw.getComponentType(), find(raw.getComponentType(), path));
    }
    if (raw.isRecord()) {
      return record(raw, path);
    }
    if (raw.isSealed()) {
      Map<String, Shape> members = new LinkedHashMap<>();
      Map<Class<?>, String> names = new HashMap<>();
      members(raw, path, members, names);
      return new SealedShape(members, names);
    }
    if (raw.getPackageName().equals("java.time")) {
      return parsed(raw, path);
    }
    throw refused(path, type);
  }

  private static IllegalArgumentException refused(String path, Type type) {
    return new IllegalArgumentException(
        path
            + " is a "
            + type.getTypeName()
            + ", which has no lasting form. Use a record, a sealed interface of records, an enum, a"
            + " text, a number, java.time, or Optional, List, Set, Map or an array of them.");
  }

  private static @Nullable Shape simple(Class<?> type) {
    if (type == String.class) {
      return new ConvertedShape(type, value -> value, String.class, node -> node);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new ConvertedShape(type, value -> value, Boolean.class, node -> node);
    }
    if (type == long.class || type == Long.class) {
      return new ConvertedShape(type, value -> value, Long.class, node -> node);
    }
    if (type == int.class || type == Integer.class) {
      return whole(type, Math::toIntExact);
    }
    if (type == short.class || type == Short.class) {
      return whole(type, Long::shortValue);
    }
    if (type == byte.class || type == Byte.class) {
      return whole(type, Long::byteValue);
    }
    if (type == char.class || type == Character.class) {
      return new ConvertedShape(
          type, Object::toString, String.class, node -> ((String) node).charAt(0));
    }
    if (type == double.class || type == Double.class) {
      return new ConvertedShape(
          type, value -> value, Number.class, node -> ((Number) node).doubleValue());
    }
    if (type == float.class || type == Float.class) {
      return new ConvertedShape(
          type,
          value -> ((Float) value).doubleValue(),
          Number.class,
          node -> ((Number) node).floatValue());
    }
    return texted(type);
  }

  private static @Nullable Shape texted(Class<?> type) {
    Function<String, Object> parse =
        type == BigDecimal.class
            ? BigDecimal::new
            : type == BigInteger.class
                ? BigInteger::new
                : type == UUID.class ? UUID::fromString : type == URI.class ? URI::create : null;
    return parse == null
        ? null
        : new ConvertedShape(
            type, Object::toString, String.class, node -> parse.apply((String) node));
  }

  private static Shape whole(Class<?> type, Function<Long, Object> narrow) {
    return new ConvertedShape(
        type,
        value ->
            value instanceof Integer number
                ? (Object) number.longValue()
                : (Object) ((Number) value).longValue(),
        Long.class,
        node -> narrow.apply((Long) node));
  }

  /** All of {@code java.time} write themselves as text that they read. */
  private static Shape parsed(Class<?> type, String path) {
    Method parse;
    try {
      parse = type.getMethod("parse", CharSequence.class);
    } catch (NoSuchMethodException e) {
      try {
        parse = type.getMethod("of", String.class);
      } catch (NoSuchMethodException none) {
        throw refused(path, type);
      }
    }
    Method read = parse;
    return new ConvertedShape(
        type, Object::toString, String.class, node -> call(() -> read.invoke(null, node)));
  }

  private Shape generic(ParameterizedType type, String path) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return new OptionalShape(find(arguments[0], path));
    }
    if (raw == List.class || raw == Collection.class) {
      return new CollectionShape(find(arguments[0], path), false);
    }
    if (raw == Set.class) {
      return new CollectionShape(find(arguments[0], path), true);
    }
    if (raw == Map.class) {
      return new MapShape(find(arguments[0], path), find(arguments[1], path));
    }
    throw refused(path, type);
  }

  private Shape record(Class<?> type, String path) {
    RecordComponent[] components = type.getRecordComponents();
    List<Part> parts = new ArrayList<>();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      String name = component.getName();
      parts.add(new Part(name, accessor, find(component.getGenericType(), path + "." + name)));
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new RecordShape(constructor, parts);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Every record has this constructor.", e);
    }
  }

  private void members(
      Class<?> type, String path, Map<String, Shape> members, Map<Class<?>, String> names) {
    for (Class<?> member : type.getPermittedSubclasses()) {
      if (member.isSealed() && Modifier.isAbstract(member.getModifiers())) {
        members(member, path, members, names);
      } else if (!names.containsKey(member)) {
        if (members.put(member.getSimpleName(), find(member, path)) != null) {
          throw new IllegalArgumentException(
              path + " has two members named " + member.getSimpleName() + ".");
        }
        names.put(member, member.getSimpleName());
      }
    }
  }

  /** A reflective call. */
  private interface Reflective {
    @Nullable Object call() throws ReflectiveOperationException;
  }

  private static Object call(Reflective call) {
    try {
      return Objects.requireNonNull(call.call());
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IllegalStateException unfit(String path, @Nullable Object node, String wanted) {
    return new IllegalStateException(
        path
            + " is "
            + (node == null ? "null" : "a " + node.getClass().getSimpleName())
            + " in the checkpoint, and "
            + wanted
            + " in this program.");
  }

  /** Something that has a form of its own in trees. */
  private record ConvertedShape(
      Class<?> type, Function<Object, Object> write, Class<?> form, Function<Object, Object> read)
      implements Shape {
    @Override
    public @Nullable Object toTree(@Nullable Object value) {
      return value == null ? null : write.apply(value);
    }

    @Override
    public @Nullable Object fromTree(@Nullable Object node, String path) {
      if (node == null && !type.isPrimitive()) {
        return null;
      }
      if (!form.isInstance(node)) {
        throw unfit(path, node, "a " + type.getSimpleName());
      }
      return read.apply(Objects.requireNonNull(node));
    }
  }

  private record EnumShape(Class<?> type) implements Shape {
    @Override
    public @Nullable Object toTree(@Nullable Object value) {
      return value == null ? null : ((Enum<?>) value).name();
    }

    @Override
    public @Nullable Object fromTree(@Nullable Object node, String path) {
      if (node == null) {
        return null;
      }
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(node)) {
          return constant;
        }
      }
      throw unfit(path + " (\"" + node + "\")", node, "one of " + Arrays.toString(names()));
    }

    private Object[] names() {
      return type.getEnumConstants();
    }
  }

  private record OptionalShape(Shape value) implements Shape {
    @Override
    public @Nullable Object toTree(@Nullable Object optional) {
      return optional == null ? null : value.toTree(((Optional<?>) optional).orElse(null));
    }

    @Override
    public Object fromTree(@Nullable Object node, String path) {
      return Optional.ofNullable(node == null ? null : value.fromTree(node, path));
    }

    @Override
    public Object absent(String path) {
      return Optional.empty();
    }
  }

  private record CollectionShape(Shape element, boolean isSet) implements Shape {
    @Override
    public @Nullable Object toTree(@Nullable Object value) {
      return value == null ? null : ((Collection<?>) value).stream().map(element::toTree).toList();
    }

    @Override
    public @Nullable Object fromTree(@Nullable Object node, String path) {
      if (node == null) {
        return null;
      }
      if (!(node instanceof List<?> nodes)) {
        throw unfit(path, node, isSet ? "a set" : "a list");
      }
      Collection<@Nullable Object> elements = isSet ? new LinkedHashSet<>() : new ArrayList<>();
      for (int i = 0; i < nodes.size(); i++) {
        elements.add(element.fromTree(nodes.get(i), path + "[" + i + "]"));
      }
      return elements;
    }

    @Override
    public Object absent(String path) {
      return isSet ? Set.of() : List.of();
    }
  }

  private record MapShape(Shape key, Shape value) implements Shape {
    @Override
    public @Nullable Object toTree(@Nullable Object map) {
      if (map == null) {
        return null;
      }
      List<@Nullable Object> entries = new ArrayList<>();
      ((Map<?, ?>) map)
          .forEach(
              (name, member) -> {
                entries.add(key.toTree(name));
                entries.add(value.toTree(member));
              });
      return entries;
    }

    @Override
    public @Nullable Object fromTree(@Nullable Object node, String path) {
      if (node == null) {
        return null;
      }
      if (!(node instanceof List<?> entries)) {
        throw unfit(path, node, "a map");
      }
      Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
      for (int i = 0; i + 1 < entries.size(); i += 2) {
        Object name = key.fromTree(entries.get(i), path + " key");
        map.put(name, value.fromTree(entries.get(i + 1), path + "[" + name + "]"));
      }
      return map;
    }

    @Override
    public Object absent(String path) {
      return Map.of();
    }
  }

  private record ArrayShape(Class<?> type, Shape element) implements Shape {
    @Override
    public @Nullable Object toTree(@Nullable Object array) {
      if (array == null) {
        return null;
      }
      List<@Nullable Object> elements = new ArrayList<>();
      for (int i = 0; i < Array.getLength(array); i++) {
        elements.add(element.toTree(Array.get(array, i)));
      }
      return elements;
    }

    @Override
    public @Nullable Object fromTree(@Nullable Object node, String path) {
      if (node == null) {
        return null;
      }
      if (!(node instanceof List<?> nodes)) {
        throw unfit(path, node, "an array");
      }
      Object array = Array.newInstance(type, nodes.size());
      for (int i = 0; i < nodes.size(); i++) {
        Array.set(array, i, element.fromTree(nodes.get(i), path + "[" + i + "]"));
      }
      return array;
    }
  }

  private record Part(String name, Method accessor, Shape shape) {}

  private record RecordShape(Constructor<?> constructor, List<Part> parts) implements Shape {
    @Override
    public @Nullable Object toTree(@Nullable Object value) {
      if (value == null) {
        return null;
      }
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      for (Part part : parts) {
        members.put(part.name, part.shape.toTree(read(part, value)));
      }
      return members;
    }

    private static @Nullable Object read(Part part, Object value) {
      try {
        return part.accessor.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public @Nullable Object fromTree(@Nullable Object node, String path) {
      if (node == null) {
        return null;
      }
      if (!(node instanceof Map<?, ?> members)) {
        throw unfit(path, node, "a " + constructor.getDeclaringClass().getSimpleName());
      }
      @Nullable Object[] arguments = new @Nullable Object[parts.size()];
      for (int i = 0; i < arguments.length; i++) {
        Part part = parts.get(i);
        String at = path + "." + part.name;
        arguments[i] =
            members.containsKey(part.name)
                ? part.shape.fromTree(members.get(part.name), at)
                : part.shape.absent(at);
      }
      return call(() -> constructor.newInstance(arguments));
    }
  }

  private record SealedShape(Map<String, Shape> members, Map<Class<?>, String> names)
      implements Shape {
    @Override
    public @Nullable Object toTree(@Nullable Object value) {
      if (value == null) {
        return null;
      }
      String name = Objects.requireNonNull(names.get(value.getClass()));
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put(KIND, name);
      tree.put("value", Objects.requireNonNull(members.get(name)).toTree(value));
      return tree;
    }

    @Override
    public @Nullable Object fromTree(@Nullable Object node, String path) {
      if (node == null) {
        return null;
      }
      Object kind = node instanceof Map<?, ?> tree ? tree.get(KIND) : null;
      Shape member = kind == null ? null : members.get(kind);
      if (member == null) {
        throw unfit(path + " (" + kind + ")", node, "one of " + members.keySet());
      }
      return member.fromTree(((Map<?, ?>) Objects.requireNonNull(node)).get("value"), path);
    }
  }
}
