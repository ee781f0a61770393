package dev.gatewayz.flink;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes values with the names of their components. Immutable; safe for several threads. */
final class ValueSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1;

  private final Class<T> type;
  private transient @Nullable Shape shape;

  ValueSerializer(Class<T> type) {
    this.type = type;
  }

  private Shape shape() {
    Shape known = shape;
    if (known == null) {
      known = Shapes.of(type);
      shape = known;
    }
    return known;
  }

  @Override
  public void serialize(T value, DataOutputView out) throws IOException {
    Tree.write(shape().toTree(value), out);
  }

  @Override
  public T deserialize(DataInputView in) throws IOException {
    return type.cast(Objects.requireNonNull(shape().fromTree(Tree.read(in), type.getSimpleName())));
  }

  @Override
  public T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  @SuppressWarnings("NullAway") // Flink takes null for a value that cannot be made of nothing.
  public T createInstance() {
    return null;
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    Tree.write(Tree.read(in), out);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueSerializer<?> serializer && type == serializer.type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new Snapshot<>(type);
  }

  /**
   * What a checkpoint keeps of it: the name of the type. What is written names its parts, so that
   * any version of the type is tried. Public for Flink.
   */
  public static final class Snapshot<T> implements TypeSerializerSnapshot<T> {
    private static final int FORMAT = 1;

    private @Nullable Class<T> type;

    /** For Flink, which reads it. */
    public Snapshot() {}

    private Snapshot(Class<T> type) {
      this.type = type;
    }

    @Override
    public int getCurrentVersion() {
      return FORMAT;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
      Texts.write(type().getName(), out);
    }

    @Override
    @SuppressWarnings("unchecked") // The class whose name was written.
    public void readSnapshot(int version, DataInputView in, ClassLoader classes)
        throws IOException {
      if (version != FORMAT) {
        throw new IOException(
            "The checkpoint is of version "
                + version
                + " of these types; this program reads version "
                + FORMAT
                + ". Go on with the version of gatewayz-flink that wrote it.");
      }
      String name = Texts.read(in);
      try {
        type = (Class<T>) Class.forName(name, false, classes);
      } catch (ClassNotFoundException e) {
        throw new IOException(
            "The checkpoint has values of " + name + ", which this program does not have.", e);
      }
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
      return new ValueSerializer<>(type());
    }

    private Class<T> type() {
      return Objects.requireNonNull(type, "type");
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
        TypeSerializerSnapshot<T> old) {
      return old instanceof Snapshot<T> before && before.type().getName().equals(type().getName())
          ? TypeSerializerSchemaCompatibility.compatibleAsIs()
          : TypeSerializerSchemaCompatibility.incompatible();
    }
  }
}
