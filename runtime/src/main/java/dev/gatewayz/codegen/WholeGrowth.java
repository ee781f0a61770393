package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.IncrementalJson.Form;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value of which nothing is known before its JSON is whole. */
final class WholeGrowth<T> extends Growth<T> {
  private final JsonIn.Reader<T> reader;
  private @Nullable T read;

  WholeGrowth(JsonIn.Reader<T> reader, boolean takesNull) {
    super(takesNull);
    this.reader = reader;
  }

  @Override
  Form form(char first) {
    return Form.WHOLE;
  }

  /** Read as a whole answer that is not strict would be, which is the last word on it. */
  @Override
  boolean read(String json) {
    try {
      read = AnswerDocument.read(json, true, reader);
      return true;
    } catch (JsonMismatch e) {
      return false;
    }
  }

  @Override
  T make() {
    return Objects.requireNonNull(read);
  }

  @Override
  long openCost() {
    return 1;
  }
}
