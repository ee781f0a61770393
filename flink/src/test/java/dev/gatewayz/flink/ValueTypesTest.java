package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Values are read as they were written, and by the next version of their types. */
class ValueTypesTest {
  enum Colour {
    RED,
    GREEN
  }

  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(int side, Optional<Shape> within) implements Shape {}

  record All(
      String text,
      int whole,
      long big,
      short small,
      byte tiny,
      char letter,
      double real,
      float single,
      boolean flag,
      Integer boxed,
      Colour colour,
      Shape shape,
      List<Shape> shapes,
      Set<String> names,
      Map<Colour, List<Integer>> counts,
      Optional<LocalDate> day,
      Instant instant,
      ZonedDateTime zoned,
      ZoneId zone,
      DayOfWeek weekday,
      Duration duration,
      BigDecimal amount,
      UUID id,
      URI address,
      byte[] bytes,
      int[] numbers)
      implements Serializable {}

  /** The types of one version of a program. */
  static final class Before {
    record Ticket(String text, int urgency, String gone) {}
  }

  /** The same of the next. */
  static final class After {
    record Ticket(List<String> tags, double urgency, Optional<String> team, String text) {}
  }

  /** A change that cannot be. */
  static final class Refused {
    record Ticket(String text, int owner) {}
  }

  private static <T> TypeSerializer<T> serializer(Class<T> type) {
    return ValueTypes.of(type).createSerializer(new SerializerConfigImpl());
  }

  private static <T> byte[] write(T value, Class<T> type) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer(type).serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static <T> T read(byte[] bytes, Class<T> type) throws IOException {
    return serializer(type).deserialize(new DataInputDeserializer(bytes));
  }

  @Test
  void valuesComeBackAsTheyWere() throws Exception {
    All all =
        new All(
            "täxt".repeat(30_000),
            1,
            1L << 40,
            (short) 2,
            (byte) 3,
            'x',
            0.1,
            0.5f,
            true,
            null,
            Colour.GREEN,
            new Square(3, Optional.of(new Circle(1.5))),
            List.of(new Circle(2)),
            Set.of("a"),
            Map.of(Colour.RED, List.of(1, 2)),
            Optional.of(LocalDate.of(2026, 2, 28)),
            Instant.parse("2026-01-01T00:00:00.123456789Z"),
            ZonedDateTime.parse("2026-01-01T00:00:00+01:00[Europe/Paris]"),
            ZoneId.of("Europe/Paris"),
            DayOfWeek.FRIDAY,
            Duration.ofMillis(1234),
            new BigDecimal("0.10"),
            new UUID(1, 2),
            URI.create("https://a.example"),
            new byte[] {1, 2},
            new int[] {3});

    assertThat(read(write(all, All.class), All.class)).usingRecursiveComparison().isEqualTo(all);
    TypeSerializer<All> serializer = serializer(All.class);
    DataOutputSerializer copy = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(write(all, All.class)), copy);
    assertThat(copy.getCopyOfBuffer()).isEqualTo(write(all, All.class));
  }

  @Test
  void theNextVersionReadsWhatTheOneBeforeWrote() throws Exception {
    byte[] before = write(new Before.Ticket("hi", 3, "gone"), Before.Ticket.class);

    assertThat(read(before, After.Ticket.class))
        .isEqualTo(new After.Ticket(List.of(), 3.0, Optional.empty(), "hi"));
    assertThatThrownBy(() -> read(before, Refused.Ticket.class))
        .hasMessageContaining("Ticket.owner is new")
        .hasMessageContaining("nothing is made up");
  }

  @Test
  void aMemberThatIsGoneIsSaid() throws Exception {
    byte[] circle = write((Shape) new Circle(1), Shape.class);
    assertThat(read(circle, Shape.class)).isEqualTo(new Circle(1));
    assertThatThrownBy(() -> read(circle, Colour.class))
        .hasMessageContaining("one of [RED, GREEN]");
  }

  @Test
  void whatHasNoLastingFormIsRefusedWithItsPlace() {
    record Odd(List<Thread> threads) {}

    assertThatThrownBy(() -> ValueTypes.of(Odd.class))
        .hasMessageContaining("Odd.threads is a java.lang.Thread")
        .hasMessageContaining("Use a record");
  }

  @Test
  void aCheckpointOfAnotherVersionOrTypeIsRefusedWithTheReason() throws Exception {
    TypeSerializerSnapshot<Circle> circles = serializer(Circle.class).snapshotConfiguration();
    DataOutputSerializer out = new DataOutputSerializer(64);
    circles.writeSnapshot(out);
    TypeSerializerSnapshot<Circle> restored = new ValueSerializer.Snapshot<>();
    restored.readSnapshot(
        1, new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    assertThat(circles.resolveSchemaCompatibility(restored).isCompatibleAsIs()).isTrue();
    assertThat(restored.restoreSerializer()).isEqualTo(serializer(Circle.class));

    assertThatThrownBy(
            () ->
                new ValueSerializer.Snapshot<>()
                    .readSnapshot(
                        9,
                        new DataInputDeserializer(out.getCopyOfBuffer()),
                        getClass().getClassLoader()))
        .hasMessageContaining("of version 9");
    DataOutputSerializer gone = new DataOutputSerializer(64);
    Texts.write("com.acme.Gone", gone);
    assertThatThrownBy(
            () ->
                new ValueSerializer.Snapshot<>()
                    .readSnapshot(
                        1,
                        new DataInputDeserializer(gone.getCopyOfBuffer()),
                        getClass().getClassLoader()))
        .hasMessageContaining("com.acme.Gone");
  }

  @Test
  void outcomesComeBackAsTheyWere() throws Exception {
    TypeInformation<Outcome<String, Circle>> type =
        OutcomeType.of(ValueTypes.of(String.class), ValueTypes.of(Circle.class));
    TypeSerializer<Outcome<String, Circle>> serializer =
        type.createSerializer(new SerializerConfigImpl());
    RowUsageValue usage =
        new RowUsageValue(1, 2, 3, 4, null, List.of("m"), Map.of("T.team", "hash"));
    for (Outcome<String, Circle> outcome :
        List.<Outcome<String, Circle>>of(
            new AnswerValue<>("k", "row", new Circle(1), usage),
            DeadLetterValue.of("k", "row", new DuplicateKeyException("k"), "", usage))) {
      DataOutputSerializer out = new DataOutputSerializer(64);
      serializer.serialize(outcome, out);
      assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
          .isEqualTo(outcome)
          .isEqualTo(serializer.copy(outcome));
    }
    assertThat(serializer.snapshotConfiguration().restoreSerializer()).isEqualTo(serializer);
  }
}
