package dev.gatewayz.internal.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The tokens of a JSON document, one after the other. Used by one thread. */
public interface JsonTokens {

  /** Goes to the next token, {@code null} at the end of the document. */
  @Nullable JsonToken next();

  /** The token that was gone to last. */
  @Nullable JsonToken current();

  /** The name of the member that was just gone to. */
  String name();

  /** Goes to the end of the object or array that is current; skips nothing else. */
  void skip();

  /** The text that is current; what is no string as it is written. */
  String string();

  /** Whether the number that is current is whole and fits a {@code long}. */
  boolean isLong();

  /** The number that is current. */
  long int64();

  /** The number that is current. */
  double float64();

  /** The number that is current. */
  float float32();

  /** The number that is current. */
  BigDecimal decimal();

  /** Where the object that was just entered begins. */
  int place();

  /** The tokens of the same document from the object on that begins at a place. */
  JsonTokens from(int place);

  /** Where the current token is, as in {@code items[2].name}; empty for the document itself. */
  String path();

  /** Where the object is whose member is current. */
  String pathOfParent();
}
