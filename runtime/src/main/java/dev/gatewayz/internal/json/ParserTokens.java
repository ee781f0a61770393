package dev.gatewayz.internal.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/** The tokens that a full parser finds, which says what is wrong and where. Close it. */
public final class ParserTokens implements JsonTokens, AutoCloseable {
  private final String text;
  private final JsonParser in;

  private ParserTokens(String text, JsonParser in) {
    this.text = text;
    this.in = in;
  }

  /** The tokens of a text. */
  public static ParserTokens of(String text) {
    return new ParserTokens(text, Json.parser(text));
  }

  @Override
  public @Nullable JsonToken next() {
    return in.nextToken();
  }

  @Override
  public @Nullable JsonToken current() {
    return in.currentToken();
  }

  @Override
  public String name() {
    return in.currentName();
  }

  @Override
  public void skip() {
    in.skipChildren();
  }

  @Override
  public String string() {
    return in.getString();
  }

  @Override
  public boolean isLong() {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      return false;
    }
    NumberType size = in.getNumberType();
    return size == NumberType.INT || size == NumberType.LONG;
  }

  @Override
  public long int64() {
    return in.getLongValue();
  }

  @Override
  public double float64() {
    return in.getDoubleValue();
  }

  @Override
  public float float32() {
    return in.getFloatValue();
  }

  @Override
  public BigDecimal decimal() {
    return in.getDecimalValue();
  }

  @Override
  public int place() {
    return (int) in.currentTokenLocation().getCharOffset();
  }

  /** Needs not be closed: it holds on to nothing but memory. */
  @Override
  public ParserTokens from(int place) {
    return new ParserTokens(text, Json.parser(text, place));
  }

  @Override
  public String path() {
    return path(in.streamReadContext());
  }

  @Override
  public String pathOfParent() {
    return path(in.streamReadContext().getParent());
  }

  private static String path(@Nullable TokenStreamContext context) {
    StringBuilder path = new StringBuilder();
    append(context, path);
    return path.toString();
  }

  private static void append(@Nullable TokenStreamContext context, StringBuilder path) {
    if (context == null || context.inRoot()) {
      return;
    }
    // A context that was just entered has no current member; its parent names it.
    append(context.getParent(), path);
    if (context.inArray() && context.hasCurrentIndex()) {
      path.append('[').append(context.getCurrentIndex()).append(']');
    } else if (context.inObject() && context.currentName() != null) {
      path.append(path.isEmpty() ? "" : ".").append(context.currentName());
    }
  }

  @Override
  public void close() {
    in.close();
  }
}
