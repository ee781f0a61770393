package dev.gatewayz.flink;

import dev.gatewayz.error.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes what came of rows; rows and answers with the serializers of their types. Immutable. */
final class OutcomeSerializer<I, O> extends TypeSerializer<Outcome<I, O>> {
  private static final long serialVersionUID = 1;
  private static final int ANSWER = 1;
  private static final int DEAD_LETTER = 2;

  private final TypeSerializer<I> row;
  private final TypeSerializer<O> value;

  OutcomeSerializer(TypeSerializer<I> row, TypeSerializer<O> value) {
    this.row = row;
    this.value = value;
  }

  @Override
  public boolean isImmutableType() {
    return row.isImmutableType() && value.isImmutableType();
  }

  @Override
  public TypeSerializer<Outcome<I, O>> duplicate() {
    return new OutcomeSerializer<>(row.duplicate(), value.duplicate());
  }

  @Override
  public Outcome<I, O> createInstance() {
    return new DeadLetterValue<>(
        "", row.createInstance(), "", "", Fault.REQUEST, "", null, RowUsageValue.NONE);
  }

  @Override
  public Outcome<I, O> copy(Outcome<I, O> from) {
    if (from instanceof AnswerValue<I, O> answer) {
      return new AnswerValue<>(
          answer.key(), row.copy(answer.row()), value.copy(answer.value()), answer.usage());
    }
    DeadLetterValue<I, O> dead = (DeadLetterValue<I, O>) from;
    return new DeadLetterValue<>(
        dead.key(),
        row.copy(dead.row()),
        dead.errorType(),
        dead.error(),
        dead.fault(),
        dead.partialText(),
        dead.requestId(),
        dead.usage());
  }

  @Override
  public Outcome<I, O> copy(Outcome<I, O> from, Outcome<I, O> reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(Outcome<I, O> outcome, DataOutputView out) throws IOException {
    if (outcome instanceof AnswerValue<I, O> answer) {
      out.writeByte(ANSWER);
      Texts.write(answer.key(), out);
      row.serialize(answer.row(), out);
      value.serialize(answer.value(), out);
    } else if (outcome instanceof DeadLetterValue<I, O> dead) {
      out.writeByte(DEAD_LETTER);
      Texts.write(dead.key(), out);
      row.serialize(dead.row(), out);
      Texts.write(dead.errorType(), out);
      Texts.write(dead.error(), out);
      Texts.write(dead.fault().name(), out);
      Texts.write(dead.partialText(), out);
      Texts.writeNullable(dead.requestId(), out);
    }
    write(outcome.usage(), out);
  }

  @Override
  public Outcome<I, O> deserialize(DataInputView in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case ANSWER ->
          new AnswerValue<>(
              Texts.read(in), row.deserialize(in), value.deserialize(in), readUsage(in));
      case DEAD_LETTER ->
          new DeadLetterValue<>(
              Texts.read(in),
              row.deserialize(in),
              Texts.read(in),
              Texts.read(in),
              Fault.valueOf(Texts.read(in)),
              Texts.read(in),
              Texts.readNullable(in),
              readUsage(in));
      default -> throw new IOException("No kind of outcome is " + kind + ": a later version's?");
    };
  }

  private static void write(RowUsageValue usage, DataOutputView out) throws IOException {
    out.writeInt(usage.calls());
    out.writeInt(usage.attempts());
    out.writeLong(usage.promptTokens());
    out.writeLong(usage.completionTokens());
    BigDecimal cost = usage.cost();
    Texts.writeNullable(cost == null ? null : cost.toString(), out);
    out.writeInt(usage.models().size());
    for (String model : usage.models()) {
      Texts.write(model, out);
    }
    out.writeInt(usage.promptHashes().size());
    for (Map.Entry<String, String> prompt : usage.promptHashes().entrySet()) {
      Texts.write(prompt.getKey(), out);
      Texts.write(prompt.getValue(), out);
    }
  }

  private static RowUsageValue readUsage(DataInputView in) throws IOException {
    int calls = in.readInt();
    int attempts = in.readInt();
    long promptTokens = in.readLong();
    long completionTokens = in.readLong();
    String cost = Texts.readNullable(in);
    List<String> models = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      models.add(Texts.read(in));
    }
    Map<String, String> hashes = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      hashes.put(Texts.read(in), Texts.read(in));
    }
    return new RowUsageValue(
        calls,
        attempts,
        promptTokens,
        completionTokens,
        cost == null ? null : new BigDecimal(cost),
        models,
        hashes);
  }

  @Override
  public Outcome<I, O> deserialize(Outcome<I, O> reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutcomeSerializer<?, ?> serializer
        && row.equals(serializer.row)
        && value.equals(serializer.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(row, value);
  }

  @Override
  public TypeSerializerSnapshot<Outcome<I, O>> snapshotConfiguration() {
    return new Snapshot<>(this);
  }

  /** What a checkpoint keeps of it: the snapshots of the two. Public for Flink. */
  public static final class Snapshot<I, O>
      extends CompositeTypeSerializerSnapshot<Outcome<I, O>, OutcomeSerializer<I, O>> {

    /** For Flink, which reads it. */
    public Snapshot() {}

    Snapshot(OutcomeSerializer<I, O> serializer) {
      super(serializer);
    }

    @Override
    protected int getCurrentOuterSnapshotVersion() {
      return 1;
    }

    @Override
    protected TypeSerializer<?>[] getNestedSerializers(OutcomeSerializer<I, O> serializer) {
      return new TypeSerializer<?>[] {serializer.row, serializer.value};
    }

    @Override
    @SuppressWarnings("unchecked") // In the order of the method above.
    protected OutcomeSerializer<I, O> createOuterSerializerWithNestedSerializers(
        TypeSerializer<?>[] nested) {
      return new OutcomeSerializer<>((TypeSerializer<I>) nested[0], (TypeSerializer<O>) nested[1]);
    }
  }
}
