package dev.gatewayz.flink;

import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the shapes of types, each once. Belongs to one thread. */
final class Shapes {
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
    Shape scalar = ScalarShapes.of(raw);
    if (scalar != null) {
      return scalar;
    }
    if (raw.isEnum()) {
      return new EnumShape(raw);
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
    List<RecordShape.Part> parts = new ArrayList<>();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      String name = component.getName();
      parts.add(
          new RecordShape.Part(
              name, accessor, find(component.getGenericType(), path + "." + name)));
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
}
