package dev.gatewayz.processor.read;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.Extra;
import dev.gatewayz.processor.model.SchemaForm;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.report.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what is written in an annotation; defaults are not written. */
final class AnnotationReader {
  private final Origin origin;
  private final AnnotationValues values;

  AnnotationReader(Element element, AnnotationMirror annotation) {
    this(Origin.of(element, annotation), annotation);
  }

  private AnnotationReader(Origin origin, AnnotationMirror annotation) {
    this.origin = origin;
    this.values = AnnotationValues.of(annotation);
  }

  /** The annotation itself. */
  Origin origin() {
    return origin;
  }

  /** A text. */
  Optional<Attribute<String>> text(String name) {
    return values
        .find(name)
        .map(value -> new Attribute<>(as(String.class, value), origin.at(value)));
  }

  /** A number. */
  Optional<Attribute<Integer>> number(String name) {
    return values
        .find(name)
        .map(value -> new Attribute<>(as(Integer.class, value), origin.at(value)));
  }

  /** {@code true} or {@code false}. */
  Optional<Attribute<Boolean>> flag(String name) {
    return values
        .find(name)
        .map(value -> new Attribute<>(as(Boolean.class, value), origin.at(value)));
  }

  /**
   * The model and how it is to answer.
   *
   * @param deadlines how long that may take
   */
  Settings settings(Map<Deadline, Attribute<Integer>> deadlines) {
    Map<Setting, Attribute<?>> settings = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      values
          .find(setting.attribute())
          .ifPresent(
              value -> settings.put(setting, new Attribute<>(constant(value), origin.at(value))));
    }
    Optional<List<Attribute<String>>> fallbacks = values.find("fallbacks").map(this::texts);
    return new Settings(
        text("model"),
        fallbacks,
        settings,
        extra(),
        constant("schema", SchemaForm.class),
        flag("acceptTruncated"),
        flag("cache"),
        deadlines);
  }

  /** A constant of an enum, which has the constants of that of the annotation. */
  private <E extends Enum<E>> Optional<Attribute<E>> constant(String name, Class<E> type) {
    return values
        .find(name)
        .map(
            value -> {
              String constant = as(VariableElement.class, value).getSimpleName().toString();
              return new Attribute<>(Enum.valueOf(type, constant), origin.at(value));
            });
  }

  private List<Extra> extra() {
    List<Extra> extra = new ArrayList<>();
    for (AnnotationReader member : annotations("extra")) {
      Optional<Attribute<String>> name = member.text("name");
      Optional<Attribute<String>> json = member.text("json");
      if (name.isPresent() && json.isPresent()) {
        extra.add(new Extra(name.get(), json.get()));
      }
    }
    return extra;
  }

  /** What {@code @DeadlineMillis} says about elements, for each deadline the first that does. */
  static Map<Deadline, Attribute<Integer>> deadlines(List<? extends Element> elements) {
    Map<Deadline, Attribute<Integer>> deadlines = new EnumMap<>(Deadline.class);
    for (Element element : elements) {
      Names.annotation(element, Names.DEADLINE_MILLIS)
          .map(annotation -> new AnnotationReader(element, annotation))
          .ifPresent(reader -> reader.addTo(deadlines));
    }
    return deadlines;
  }

  private void addTo(Map<Deadline, Attribute<Integer>> deadlines) {
    for (Deadline deadline : Deadline.values()) {
      number(deadline.attribute()).ifPresent(millis -> deadlines.putIfAbsent(deadline, millis));
    }
  }

  /** Texts. */
  List<Attribute<String>> texts(String name) {
    return values.find(name).map(this::texts).orElse(List.of());
  }

  /** Classes. */
  List<Attribute<TypeMirror>> types(String name) {
    List<Attribute<TypeMirror>> types = new ArrayList<>();
    values
        .find(name)
        .ifPresent(
            value -> {
              for (Object element : as(List.class, value)) {
                AnnotationValue type = (AnnotationValue) element;
                TypeMirror mirror = as(TypeMirror.class, type);
                if (mirror.getKind() == TypeKind.ERROR) {
                  throw new MissingTypeException(
                      Names.display(mirror), Optional.of(origin.element()));
                }
                types.add(new Attribute<>(mirror, origin.at(type)));
              }
            });
    return types;
  }

  /** Where a value is written, or else the annotation. */
  Origin origin(String name) {
    return values.find(name).map(origin::at).orElse(origin);
  }

  /** Annotations inside this one. */
  List<AnnotationReader> annotations(String name) {
    List<AnnotationReader> inner = new ArrayList<>();
    values
        .find(name)
        .ifPresent(
            value -> {
              for (Object element : (List<?>) value.getValue()) {
                Object annotation = ((AnnotationValue) element).getValue();
                if (annotation instanceof AnnotationMirror mirror) {
                  inner.add(new AnnotationReader(origin, mirror));
                }
              }
            });
    return inner;
  }

  private Object constant(AnnotationValue value) {
    return value.getValue() instanceof List<?> ? texts(value) : as(Object.class, value);
  }

  private List<Attribute<String>> texts(AnnotationValue value) {
    List<Attribute<String>> texts = new ArrayList<>();
    for (Object element : (List<?>) value.getValue()) {
      AnnotationValue text = (AnnotationValue) element;
      texts.add(new Attribute<>(as(String.class, text), origin.at(text)));
    }
    return texts;
  }

  /** A constant that does not exist reads as a text without quotes, or as nothing. */
  private <T> T as(Class<T> type, AnnotationValue value) {
    Object constant = value.getValue();
    if (!type.isInstance(constant) || value.toString().equals("<error>")) {
      throw new MissingTypeException(String.valueOf(value), Optional.of(origin.element()));
    }
    return type.cast(constant);
  }
}
