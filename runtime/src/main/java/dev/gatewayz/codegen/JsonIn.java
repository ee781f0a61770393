package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.JsonScanner.Unsure;
import dev.gatewayz.internal.json.JsonTokens;
import dev.gatewayz.internal.json.ParserTokens;
import dev.gatewayz.internal.json.TextTokens;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * The JSON of a typed answer, read value by value by generated code. Nothing is invented: what is
 * missing, of another kind, or does not fit is a {@link JsonMismatch} that names the place.
 *
 * <p>A strict reader takes JSON as it must be. A lenient one also takes a number that is written as
 * text, and a constant of an enum in another case. Neither takes a member twice, for nobody knows
 * which of the two is meant.
 *
 * <p>Documents may be nested 200 deep; numbers may have 1,000 digits before the decimal point and
 * as many behind it. Used by one thread.
 */
public final class JsonIn {
  /** What may join the words of a constant's name. */
  private static final Pattern JOINTS = Pattern.compile("[\\s_-]+");

  private final JsonTokens in;
  private final boolean lenient;
  private final MemberNames names = new MemberNames();

  /** Whether the object that is begun next has been entered already. */
  private boolean entered;

  /** Whether the member that is gone to next is that whose name is current. */
  private boolean atName;

  /** Whether the outermost value is an object of members. */
  private boolean isObject;

  /** Whether the reader has read a member of that object, or whatever else the value is. */
  private boolean isKnown;

  /** Whether the reader has gone to a member of that object, and not skipped it. */
  private boolean atMember;

  /** Reads one value. */
  @FunctionalInterface
  public interface Reader<T> {

    /** Reads the value that is next; {@code null} in the document only if the reader allows it. */
    T read(JsonIn in);
  }

  private JsonIn(JsonTokens in, boolean lenient) {
    this.in = in;
    this.lenient = lenient;
  }

  /**
   * Reads a whole document.
   *
   * @throws JsonMismatch if it is not JSON, or not what the reader expects
   */
  static <T> T document(String text, boolean lenient, Reader<T> reader) {
    return read(text, lenient, reader, false);
  }

  /**
   * Reads a whole document, or the one object in it that has members of the value where the
   * document has none.
   *
   * @throws JsonMismatch if it is not JSON, or not what the reader expects
   */
  static <T> T answer(String text, boolean lenient, Reader<T> reader) {
    return read(text, lenient, reader, true);
  }

  private static <T> T read(String text, boolean lenient, Reader<T> reader, boolean mayBeInside) {
    try {
      return new JsonIn(new TextTokens(text), lenient).whole(text, reader, mayBeInside);
    } catch (Unsure e) {
      // Read with a parser, which says what is wrong if something is.
    }
    try (ParserTokens tokens = ParserTokens.of(text)) {
      return new JsonIn(tokens, lenient).whole(text, reader, mayBeInside);
    }
  }

  private <T> T whole(String text, Reader<T> reader, boolean mayBeInside) {
    T value = whole(reader);
    return mayBeInside && isObject && !isOfReader() ? inside(text, lenient, value, reader) : value;
  }

  /**
   * The value that stands inside an object of which the reader knows nothing.
   *
   * @param outer what was made of that object; it is right unless one object inside has members
   *     that the reader knows
   */
  private static <T> T inside(String text, boolean lenient, T outer, Reader<T> reader) {
    T found = outer;
    JsonMismatch wrong = null;
    int count = 0;
    for (String object : Envelope.objectsInside(text)) {
      try (ParserTokens tokens = ParserTokens.of(object)) {
        JsonIn in = new JsonIn(tokens, lenient);
        T value = outer;
        JsonMismatch mismatch = null;
        try {
          value = in.whole(reader);
        } catch (JsonMismatch e) {
          mismatch = e;
        }
        if (in.isOfReader()) {
          found = value;
          wrong = mismatch;
          count++;
        }
      }
    }
    if (count == 1 && wrong != null) {
      throw wrong;
    }
    return count == 1 ? found : outer;
  }

  private boolean isOfReader() {
    return isKnown || atMember;
  }

  private <T> T whole(Reader<T> reader) {
    try {
      isObject = in.next() == JsonToken.START_OBJECT;
      T value = reader.read(this);
      if (in.next() != null) {
        throw new JsonMismatch("", "nothing after the value", "more text");
      }
      return value;
    } catch (UnexpectedEndOfInputException e) {
      throw new JsonMismatch(in.path(), "JSON", "the end of the answer in the middle of a value");
    } catch (JacksonException e) {
      throw new JsonMismatch(in.path(), "JSON", "text that is not JSON: " + words(e));
    } catch (JsonMismatch e) {
      throw e;
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
      // A constructor of the user's that has rules of its own.
      throw new JsonMismatch(in.path(), "a value that its constructor accepts", String.valueOf(e));
    }
  }

  /** What Jackson says, without the names of its settings. */
  private static String words(JacksonException e) {
    return String.valueOf(e.getOriginalMessage()).replaceAll(",? ?from `[^`]*`", "");
  }

  /** Enters the object that is next. */
  public JsonIn beginObject() {
    if (entered) {
      entered = false;
      return this;
    }
    if (in.current() != JsonToken.START_OBJECT) {
      throw mismatch("an object");
    }
    names.open();
    return this;
  }

  /** Goes to the next member of the object; returns whether there is one. */
  public boolean nextMember() {
    if (!toName()) {
      names.close();
      return false;
    }
    in.next();
    if (names.depth() == 1) {
      isKnown |= atMember;
      atMember = true;
    }
    return true;
  }

  private boolean toName() {
    if (atName) {
      atName = false;
      return true;
    }
    if (in.next() != JsonToken.PROPERTY_NAME) {
      return false;
    }
    if (!names.add(in.name())) {
      throw new JsonMismatch(in.path(), "one value", "a second one");
    }
    if (names.count() > MemberNames.MAX_MEMBERS) {
      throw new JsonMismatch(
          in.path(), "no more than " + MemberNames.MAX_MEMBERS + " members", "one more");
    }
    return true;
  }

  /** The name of the member that was just gone to. */
  public String name() {
    return in.name();
  }

  /** Skips the value that is next. */
  public void skip() {
    atMember &= names.depth() != 1;
    in.skip();
  }

  /** Whether the value that is next is {@code null}; it is read then. */
  public boolean isNull() {
    return in.current() == JsonToken.VALUE_NULL;
  }

  /** Reads a value, or {@code null}. */
  public <T> @Nullable T nullable(Reader<T> reader) {
    return isNull() ? null : reader.read(this);
  }

  /** Reads text. */
  public String string() {
    if (in.current() != JsonToken.VALUE_STRING) {
      throw mismatch("text");
    }
    return in.string();
  }

  /** Reads {@code true} or {@code false}. */
  public boolean bool() {
    JsonToken token = in.current();
    if (token == null) {
      throw mismatch("true or false");
    }
    return switch (token) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> {
        String text = lenient ? in.string().strip() : "";
        yield switch (text.toLowerCase(Locale.ROOT)) {
          case "true", "yes" -> true;
          case "false", "no" -> false;
          default -> throw mismatch("true or false");
        };
      }
      default -> throw mismatch("true or false");
    };
  }

  /** Reads a whole number within a range. */
  public long integer(long low, long high) {
    if (in.isLong()) {
      long number = in.int64();
      if (number >= low && number <= high) {
        return number;
      }
    } else if (in.current() != JsonToken.VALUE_NUMBER_INT) {
      try {
        long number = number("a whole number", true).longValueExact();
        if (number >= low && number <= high) {
          return number;
        }
      } catch (ArithmeticException e) {
        // Not whole, or beyond any long: said below.
      }
    }
    throw mismatch("a whole number from " + low + " to " + high);
  }

  /** Reads an {@code int}. */
  public int int32() {
    return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Reads a {@code long}. */
  public long int64() {
    return integer(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Reads a {@code double}. */
  public double float64() {
    double value = isNumber() ? in.float64() : number("a number", false).doubleValue();
    if (Double.isInfinite(value)) {
      throw mismatch("a number that fits a double");
    }
    return value;
  }

  /** Reads a {@code float}. */
  public float float32() {
    float value = isNumber() ? in.float32() : number("a number", false).floatValue();
    if (Float.isInfinite(value)) {
      throw mismatch("a number that fits a float");
    }
    return value;
  }

  /** Reads a number as it is written. */
  public BigDecimal decimal() {
    return number("a number", false);
  }

  /** Reads a whole number of any size. */
  public BigInteger bigInteger() {
    try {
      return number("a whole number", true).toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw mismatch("a whole number");
    }
  }

  /**
   * Reads text in a form that a class of the JDK knows.
   *
   * @param expected the form, as in {@code a date}
   */
  public <T> T text(String expected, Function<String, T> parser) {
    if (in.current() != JsonToken.VALUE_STRING) {
      throw mismatch(expected);
    }
    String text = in.string();
    for (String form : lenient ? NearIso.of(text) : List.of(text)) {
      try {
        return parser.apply(form);
      } catch (RuntimeException e) {
        // Said below, unless another form fits.
      }
    }
    throw mismatch(expected);
  }

  /**
   * Reads one of several constants.
   *
   * @param names what is written for each of {@code values}, in the same order
   */
  public <T> T oneOf(String[] names, T[] values) {
    return values[place(names.length, i -> names[i])];
  }

  /** Which of several names is written. */
  private int place(int count, IntFunction<String> name) {
    if (in.current() == JsonToken.VALUE_STRING) {
      String text = in.string();
      for (int i = 0; i < count; i++) {
        if (name.apply(i).equals(text)) {
          return i;
        }
      }
      if (lenient) {
        int place = placeAlike(text, count, name);
        if (place >= 0) {
          return place;
        }
      }
    }
    throw mismatch(
        IntStream.range(0, count).mapToObj(name).collect(Collectors.joining(", ", "one of ", "")));
  }

  /** The one name that differs in case, or in what joins its words, alone; -1 if none does. */
  private static int placeAlike(String text, int count, IntFunction<String> name) {
    String stripped = text.strip();
    String plain = plain(stripped);
    int found = -1;
    for (int i = 0; i < count; i++) {
      if (name.apply(i).equalsIgnoreCase(stripped)) {
        return i;
      }
      if (plain(name.apply(i)).equals(plain)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private static String plain(String name) {
    String joined = JOINTS.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    return joined.endsWith(".") ? joined.substring(0, joined.length() - 1) : joined;
  }

  /** Reads a constant of an enum that is written as Java writes it. */
  public <E extends Enum<E>> E oneOf(E[] constants) {
    return constants[place(constants.length, i -> constants[i].name())];
  }

  /** Reads a UUID in its usual form of 36 characters. */
  public UUID uuid() {
    return text(
        "a UUID",
        text -> {
          UUID uuid = UUID.fromString(text);
          if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
          }
          return uuid;
        });
  }

  /**
   * Reads a value that is the only member of an object, {@code value}, because an answer must be an
   * object; a lenient reader also takes the value without one, and an only member of another name.
   */
  public <T> @Nullable T wrapped(Reader<T> reader) {
    isKnown = true;
    if (lenient && (in.current() != JsonToken.START_OBJECT || !isWrapped())) {
      return unwrapped(reader);
    }
    T value = null;
    boolean isThere = false;
    beginObject();
    while (nextMember()) {
      if (name().equals("value")) {
        value = reader.read(this);
        isThere = true;
      } else {
        skip();
      }
    }
    if (!isThere) {
      required("value", null);
    }
    return value;
  }

  private boolean isWrapped() {
    JsonTokens ahead = in.from(in.place());
    ahead.next();
    boolean isEmpty = true;
    while (ahead.next() == JsonToken.PROPERTY_NAME) {
      if (ahead.name().equals("value")) {
        return true;
      }
      isEmpty = false;
      ahead.next();
      ahead.skip();
    }
    return isEmpty;
  }

  /** What the only member of an object is, whatever its name; or the object itself. */
  private <T> @Nullable T unwrapped(Reader<T> reader) {
    if (in.current() != JsonToken.START_OBJECT) {
      return reader.read(this);
    }
    JsonTokens ahead = in.from(in.place());
    ahead.next();
    if (ahead.next() == JsonToken.PROPERTY_NAME) {
      ahead.next();
      try {
        T value = reader.read(new JsonIn(ahead, true));
        if (ahead.next() == JsonToken.END_OBJECT) {
          in.skip();
          return value;
        }
      } catch (JsonMismatch e) {
        // Then the object itself may fit, or tells what is wrong.
      }
    }
    return reader.read(this);
  }

  /** Reads an array. */
  public <E> List<E> list(Reader<E> reader) {
    if (in.current() != JsonToken.START_ARRAY) {
      throw mismatch("a list");
    }
    isKnown |= names.depth() == 0;
    List<E> elements = new ArrayList<>();
    while (in.next() != JsonToken.END_ARRAY) {
      elements.add(reader.read(this));
    }
    return elements;
  }

  /** Reads an array into a set, in the order of the array. */
  public <E> Set<E> set(Reader<E> reader) {
    return new LinkedHashSet<>(list(reader));
  }

  /** Reads an object whose names are data. */
  public <V> Map<String, V> map(Reader<V> reader) {
    if (in.current() != JsonToken.START_OBJECT) {
      throw mismatch("an object");
    }
    isKnown |= names.depth() == 0;
    Map<String, V> values = new LinkedHashMap<>();
    while (in.next() == JsonToken.PROPERTY_NAME) {
      String name = name();
      in.next();
      if (values.containsKey(name)) {
        throw new JsonMismatch(in.path(), "one value", "a second one");
      }
      values.put(name, reader.read(this));
    }
    return values;
  }

  /**
   * Reads an object of which one member tells the kind.
   *
   * @param discriminator the name of that member
   * @param names what it says for each of {@code readers}, in the same order
   */
  public <T> T union(
      String discriminator, String[] names, List<? extends Reader<? extends T>> readers) {
    if (in.current() != JsonToken.START_OBJECT) {
      throw mismatch("an object");
    }
    isKnown |= this.names.depth() == 0;
    int start = in.place();
    beginObject();
    Reader<? extends T> reader;
    if (toName() && name().equals(discriminator)) {
      in.next();
      reader = readers.get(place(names.length, i -> names[i]));
    } else {
      reader = readers.get(kindAhead(start, discriminator, names));
      atName = in.current() == JsonToken.PROPERTY_NAME;
    }
    entered = true;
    return reader.read(this);
  }

  /** Looks for the discriminator further down in the object. */
  private int kindAhead(int start, String discriminator, String[] names) {
    JsonTokens again = in.from(start);
    try {
      JsonIn ahead = new JsonIn(again, lenient);
      again.next();
      while (again.next() == JsonToken.PROPERTY_NAME) {
        boolean found = again.name().equals(discriminator);
        again.next();
        if (found) {
          return ahead.place(names.length, i -> names[i]);
        }
        again.skip();
      }
    } catch (JsonMismatch e) {
      throw new JsonMismatch(sibling(discriminator), e.expected(), e.found());
    }
    throw new JsonMismatch(sibling(discriminator), "one of " + String.join(", ", names), "nothing");
  }

  /**
   * Passes a member's value on if there was one.
   *
   * @throws JsonMismatch if {@code value} is {@code null}
   */
  public <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new JsonMismatch(member(name), "a value", "nothing");
    }
    return value;
  }

  /**
   * Passes on the value that was just read if it meets a constraint.
   *
   * @param expected the constraint, as in {@code text of at most 80 characters}
   * @throws JsonMismatch if it does not
   */
  public <T> T check(T value, Predicate<T> constraint, String expected) {
    if (!constraint.test(value)) {
      throw value instanceof Collection<?> elements
          ? new JsonMismatch(in.path(), expected, "a list of " + elements.size())
          : mismatch(expected);
    }
    return value;
  }

  private boolean isNumber() {
    JsonToken token = in.current();
    return token != null && token.isNumeric();
  }

  private BigDecimal number(String expected, boolean isWhole) {
    BigDecimal number = JsonNumber.read(in, lenient, isWhole);
    if (number == null) {
      throw mismatch(
          isNumber() ? expected + " of at most " + JsonNumber.MAX_DIGITS + " digits" : expected);
    }
    return number;
  }

  private JsonMismatch mismatch(String expected) {
    return new JsonMismatch(in.path(), expected, found());
  }

  private String found() {
    JsonToken token = in.current();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "the text \"" + shortened(in.string()) + "\"";
      case VALUE_NULL -> "null";
      default -> shortened(in.string());
    };
  }

  private static String shortened(String text) {
    if (text.length() <= 60) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(59)) ? 59 : 60;
    return text.substring(0, end) + "…";
  }

  /** Where a member of the object is that was read last. */
  private String member(String name) {
    return joined(in.path(), name);
  }

  /** Where a member of the object is whose first name is current. */
  private String sibling(String name) {
    if (in.current() != JsonToken.PROPERTY_NAME) {
      return member(name);
    }
    return joined(in.pathOfParent(), name);
  }

  private static String joined(String object, String name) {
    return object.isEmpty() ? name : object + "." + name;
  }
}
