package dev.gatewayz.codegen;

import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The types of parameters as templates see them, by numbers from 0 on: what overrides are checked
 * against, and how they read values. Filled while a generated class is initialised, then unchanged.
 */
public final class TemplateTypes {
  private final List<TemplateType> all = new ArrayList<>();
  private final Map<String, Function<Object, ?>> readers = new HashMap<>();

  /** No types yet. */
  public TemplateTypes() {}

  /**
   * Adds a type, which has the next number; what follows is about it.
   *
   * @param kind what it is to a template
   * @param jsonKind what it is to JSON
   * @param traits {@code N} for one that may be {@code null}, {@code P} for a primitive one
   * @param component the number of the type that it holds, −1 for none
   * @param display the type as in source
   * @param key equal for types of which JSON shows the same
   * @return this object
   */
  public TemplateTypes type(
      String kind, String jsonKind, String traits, int component, String display, int key) {
    all.add(
        new TemplateType(
            this,
            new TemplateType.Description(
                Kind.valueOf(kind), Kind.valueOf(jsonKind), traits, component, display, key)));
    return this;
  }

  /**
   * Adds a property of the last type, by the number of its own type.
   *
   * @param <T> the last type
   * @param name as templates write it
   * @param type the number of the property's type
   * @param reader gets the property of a value
   * @return this object
   */
  public <T> TemplateTypes property(String name, int type, Function<T, ?> reader) {
    last().add(TemplateType.Member.PROPERTY, name, type, reads(name, reader));
    return this;
  }

  /**
   * Adds what JSON shows of the last type under a name.
   *
   * @param <T> the last type
   * @param name of the member of JSON
   * @param type the number of its type
   * @param reader gets it of a value
   * @return this object
   */
  public <T> TemplateTypes data(String name, int type, Function<T, ?> reader) {
    last().add(TemplateType.Member.DATA, name, type, reads("\"" + name, reader));
    return this;
  }

  /**
   * Says what JSON shows in place of the last type.
   *
   * @param <T> the last type
   * @param name of what is read
   * @param type the number of its type
   * @param reader gets it of a value
   * @return this object
   */
  public <T> TemplateTypes value(String name, int type, Function<T, ?> reader) {
    last().add(TemplateType.Member.VALUE, name, type, reads("=" + name, reader));
    return this;
  }

  /**
   * Adds a type that values of the last type may be of.
   *
   * @param discriminator the member of JSON that says of which they are
   * @param tag what it says of this one
   * @param type its number
   * @param java its class
   * @return this object
   */
  public TemplateTypes variant(String discriminator, String tag, int type, Class<?> java) {
    String member = reads("?" + tag, java::isInstance);
    last().addVariant(discriminator, tag, type, member);
    return this;
  }

  /**
   * Gives a constant of the last type, an enum, another name in JSON.
   *
   * @param constant as Java writes it
   * @param name as JSON writes it
   * @return this object
   */
  public TemplateTypes renamed(String constant, String name) {
    last().rename(constant, name);
    return this;
  }

  @SuppressWarnings("unchecked") // Values of the type are read, and no others.
  private <T> String reads(String name, Function<T, ?> reader) {
    String member = all.size() + " " + name;
    readers.put(member, (Function<Object, ?>) reader);
    return member;
  }

  private TemplateType last() {
    return all.get(all.size() - 1);
  }

  TemplateType get(int number) {
    return all.get(number);
  }

  /** Reads a member that a {@link Property} names. */
  Function<Object, ?> reader(String member) {
    Function<Object, ?> reader = readers.get(member);
    if (reader == null) {
      throw new IllegalStateException(member);
    }
    return reader;
  }
}
