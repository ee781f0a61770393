package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.JsonTokens;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

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
  private final JsonTokens in;
  private final boolean lenient;
  private final MemberNames names = new MemberNames();

  /** By the name of the member that tells the kind. */
  private Map<String, KindsAhead> kindsAhead = Map.of();

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

  /**
   * Reads one value.
   *
   * @param <T> the type of the value
   */
  @FunctionalInterface
  public interface Reader<T> {

    /**
     * Reads the value that is next; {@code null} in the document only if the reader allows it.
     *
     * @param in where the value is next
     * @return the value
     * @throws JsonMismatch if something else is there
     */
    T read(JsonIn in);
  }

  /** Reads what those tokens are. */
  JsonIn(JsonTokens in, boolean lenient) {
    this.in = in;
    this.lenient = lenient;
  }

  /**
   * Reads the only value of a document.
   *
   * @throws JsonMismatch if more follows, or it is not what the reader expects
   */
  <T> T only(Reader<T> reader) {
    isObject = in.next() == JsonToken.START_OBJECT;
    T value = reader.read(this);
    if (in.next() != null) {
      throw new JsonMismatch("", "nothing after the value", "more text");
    }
    return value;
  }

  /** Whether the document was an object of which the reader knows no member. */
  boolean isStrange() {
    return isObject && !isOfReader();
  }

  /** Whether anything of the document was for the reader. */
  boolean isOfReader() {
    return isKnown || atMember;
  }

  /** Where it stands. */
  String path() {
    return in.path();
  }

  /**
   * Enters the object that is next.
   *
   * @return this
   * @throws JsonMismatch if there is none
   */
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

  /**
   * Goes to the next member of the object, or to its end.
   *
   * @return whether there is one
   */
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

  /** {@return the name of the member that was just gone to} */
  public String name() {
    return in.name();
  }

  /** Skips the value that is next. */
  public void skip() {
    atMember &= names.depth() != 1;
    in.skip();
  }

  /** {@return whether the value that is next is {@code null}; it is read then} */
  public boolean isNull() {
    return in.current() == JsonToken.VALUE_NULL;
  }

  /**
   * Reads a value, or {@code null}.
   *
   * @param <T> the type of the value
   * @param reader reads it if it is not {@code null}
   * @return the value, {@code null} where the document says so
   */
  public <T> @Nullable T nullable(Reader<T> reader) {
    return isNull() ? null : reader.read(this);
  }

  /**
   * Reads text.
   *
   * @return the text
   * @throws JsonMismatch if there is none
   */
  public String string() {
    if (in.current() != JsonToken.VALUE_STRING) {
      throw mismatch("text");
    }
    return in.string();
  }

  /**
   * Reads {@code true} or {@code false}.
   *
   * @return the value
   * @throws JsonMismatch if there is none
   */
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

  /**
   * Reads a whole number within a range.
   *
   * @param low the least, itself included
   * @param high the greatest, itself included
   * @return the number
   * @throws JsonMismatch if there is none, or it is out of the range
   */
  public long integer(long low, long high) {
    return JsonNumber.whole(in, lenient, low, high);
  }

  /**
   * Reads an {@code int}.
   *
   * @return the number
   * @throws JsonMismatch if there is none that fits
   */
  public int int32() {
    return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /**
   * Reads a {@code long}.
   *
   * @return the number
   * @throws JsonMismatch if there is none that fits
   */
  public long int64() {
    return integer(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * Reads a {@code double}.
   *
   * @return the number
   * @throws JsonMismatch if there is none
   */
  public double float64() {
    return JsonNumber.float64(in, lenient);
  }

  /**
   * Reads a {@code float}.
   *
   * @return the number
   * @throws JsonMismatch if there is none
   */
  public float float32() {
    return JsonNumber.float32(in, lenient);
  }

  /**
   * Reads a number as it is written.
   *
   * @return the number
   * @throws JsonMismatch if there is none
   */
  public BigDecimal decimal() {
    return JsonNumber.decimal(in, lenient);
  }

  /**
   * Reads a whole number of any size.
   *
   * @return the number
   * @throws JsonMismatch if there is none, or it has a fraction
   */
  public BigInteger bigInteger() {
    return JsonNumber.bigInteger(in, lenient);
  }

  /**
   * Reads text in a form that a class of the JDK knows.
   *
   * @param <T> that class
   * @param expected the form, as in {@code a date}
   * @param parser throws for text of another form
   * @return what the text says
   * @throws JsonMismatch if there is no text of that form
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
   * @param <T> the type of the constants
   * @param names what is written for each of {@code values}, in the same order
   * @param values the constants
   * @return one of {@code values}
   * @throws JsonMismatch if none is written
   */
  public <T> T oneOf(String[] names, T[] values) {
    return values[place(names.length, i -> names[i])];
  }

  /** Which of several names is written. */
  private int place(int count, IntFunction<String> name) {
    if (in.current() == JsonToken.VALUE_STRING) {
      int place = NearName.place(in.string(), count, name, lenient);
      if (place >= 0) {
        return place;
      }
    }
    throw mismatch(
        IntStream.range(0, count).mapToObj(name).collect(Collectors.joining(", ", "one of ", "")));
  }

  /**
   * Reads a constant of an enum that is written as Java writes it.
   *
   * @param <E> the enum
   * @param constants all of them
   * @return one of them
   * @throws JsonMismatch if none is written
   */
  public <E extends Enum<E>> E oneOf(E[] constants) {
    return constants[place(constants.length, i -> constants[i].name())];
  }

  /**
   * Reads a UUID in its usual form of 36 characters.
   *
   * @return the UUID
   * @throws JsonMismatch if there is none
   */
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
   *
   * @param <T> the type of the value
   * @param reader reads one value
   * @return the value
   */
  public <T> @Nullable T wrapped(Reader<T> reader) {
    isKnown = true;
    if (lenient && !OnlyMember.isValue(in)) {
      return OnlyMember.read(in, this, reader);
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

  /**
   * Reads an array.
   *
   * @param <E> the type of an element
   * @param reader reads one value
   * @return the elements, in their order
   * @throws JsonMismatch if there is no array
   */
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

  /**
   * Reads an array into a set, in the order of the array.
   *
   * @param <E> the type of an element
   * @param reader reads one value
   * @return the elements, in their order
   * @throws JsonMismatch if there is no array
   */
  public <E> Set<E> set(Reader<E> reader) {
    return new LinkedHashSet<>(list(reader));
  }

  /**
   * Reads an object whose names are data.
   *
   * @param <V> the type of a value
   * @param reader reads one value
   * @return the values by name, in their order
   * @throws JsonMismatch if there is no object, or two members have one name
   */
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
   * @param <T> what all kinds are
   * @param discriminator the name of that member
   * @param names what it says for each of {@code readers}, in the same order
   * @param readers one for each kind
   * @return the value
   * @throws JsonMismatch if there is no object of one of these kinds
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
    int known = kindKnown(start, discriminator, names);
    if (known >= 0) {
      return known;
    }
    JsonTokens again = in.from(start);
    try {
      JsonIn ahead = new JsonIn(again, lenient);
      again.next();
      int first = again.place();
      while (again.next() == JsonToken.PROPERTY_NAME) {
        if (again.place() - first > KindsAhead.SHORT && !isLookedThrough(start, discriminator)) {
          lookThrough(start, discriminator);
          return kindAhead(start, discriminator, names);
        }
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

  private void lookThrough(int start, String discriminator) {
    Map<String, KindsAhead> more = new HashMap<>(kindsAhead);
    more.put(discriminator, KindsAhead.of(in.from(start), start, discriminator));
    kindsAhead = more;
  }

  private boolean isLookedThrough(int start, String discriminator) {
    KindsAhead ahead = kindsAhead.get(discriminator);
    return ahead != null && ahead.covers(start);
  }

  /** Which kind the object that begins there is, if it was looked through; else -1. */
  private int kindKnown(int start, String discriminator, String[] names) {
    KindsAhead ahead = kindsAhead.get(discriminator);
    String kind = ahead == null ? null : ahead.of(start);
    return kind == null ? -1 : NearName.place(kind, names.length, i -> names[i], lenient);
  }

  /**
   * Passes a member's value on if there was one.
   *
   * @param <T> the type of the value
   * @param name of the member
   * @param value what was read of it, {@code null} for nothing
   * @return {@code value}
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
   * @param <T> the type of the value
   * @param value what was just read
   * @param constraint says whether it may stay
   * @param expected the constraint, as in {@code text of at most 80 characters}
   * @return {@code value}
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

  private JsonMismatch mismatch(String expected) {
    return JsonMismatch.at(in, expected);
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
