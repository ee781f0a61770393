package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.DataTypeVisitor;
import dev.gatewayz.processor.model.PlainType;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a place means and what its type does not say, line by line, for the model. */
final class TypeComment implements DataTypeVisitor<List<String>> {
  private final Structure structure;

  TypeComment(Structure structure) {
    this.structure = structure;
  }

  List<String> of(Slot slot) {
    List<String> lines = new ArrayList<>(lines(slot.description()));
    slot.constraints().forEach(c -> lines.addAll(lines(Wording.of(c, slot.type()))));
    lines.addAll(slot.type().accept(this));
    return lines;
  }

  static List<String> lines(Optional<String> text) {
    return text.map(TypeComment::lines).orElse(List.of());
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Override
  public List<String> plain(DataType.Plain plain) {
    return lines(form(plain.type()));
  }

  @Override
  public List<String> elements(DataType.Elements elements) {
    return of(elements.element()).stream().map(line -> "each: " + line).toList();
  }

  @Override
  public List<String> entries(DataType.Entries entries) {
    return of(entries.value()).stream().map(line -> "each: " + line).toList();
  }

  @Override
  public List<String> maybe(DataType.Maybe maybe) {
    return of(maybe.content());
  }

  @Override
  public List<String> wrapped(DataType.Wrapped wrapped) {
    return of(wrapped.content());
  }

  @Override
  public List<String> defined(DataType.Defined defined) {
    return lines(structure.definition(defined.key()).description());
  }

  @Override
  public List<String> choice(DataType.Choice choice) {
    List<String> lines = new ArrayList<>(lines(choice.description()));
    choice
        .constants()
        .forEach(
            constant ->
                constant
                    .description()
                    .ifPresent(text -> lines.addAll(lines(constant.json() + ": " + text))));
    return lines;
  }

  /** How text of a type without a notation of its own is written; empty if any text will do. */
  private static String form(PlainType type) {
    return switch (type) {
      case UUID -> "UUID, as 6b0c0000-0000-4000-8000-000000000001";
      case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME ->
          "date and time with offset, as 2026-01-31T09:30:00Z";
      case OFFSET_TIME -> "time with offset, as 09:30:00Z";
      case LOCAL_DATE -> "date, as 2026-01-31";
      case LOCAL_TIME -> "time, as 09:30:00";
      case LOCAL_DATE_TIME -> "date and time, as 2026-01-31T09:30:00";
      case YEAR_MONTH -> "month, as 2026-01";
      case MONTH_DAY -> "day of a year, as --01-31";
      case DURATION -> "duration, as PT1H30M0S";
      case PERIOD -> "period, as P1Y2M3D";
      case ZONE_ID -> "time zone, as Europe/Paris";
      case ZONE_OFFSET -> "offset, as +02:00";
      case URI -> "URI, as https://example.com/path";
      case STRING,
          BOOLEAN,
          INT8,
          INT16,
          INT32,
          INT64,
          BIG_INTEGER,
          FLOAT32,
          FLOAT64,
          DECIMAL,
          YEAR ->
          "";
    };
  }
}
