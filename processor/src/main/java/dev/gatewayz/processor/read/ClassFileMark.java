package dev.gatewayz.processor.read;

import dev.gatewayz.processor.classfile.ClassMark;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.AnnotationValueVisitor;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

/** An annotation that was found in a class file, as if the compiler had shown it. */
record ClassFileMark(DeclaredType type, Map<ExecutableElement, AnnotationValue> values)
    implements AnnotationMirror {

  /** The annotation; empty if its type does not exist here, as the compiler has it too. */
  static Optional<AnnotationMirror> of(ClassMark mark, Elements elements) {
    return type(mark.type(), elements)
        .map(
            type -> {
              Map<ExecutableElement, AnnotationValue> values = new LinkedHashMap<>();
              for (Element member : type.getEnclosedElements()) {
                Object value = mark.values().get(member.getSimpleName().toString());
                if (member instanceof ExecutableElement method && value != null) {
                  values.put(method, new MarkValue(known(value, elements)));
                }
              }
              return new ClassFileMark((DeclaredType) type.asType(), values);
            });
  }

  private static Optional<TypeElement> type(String descriptor, Elements elements) {
    String name = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    return Optional.ofNullable(elements.getTypeElement(name.replace('$', '.')))
        .or(() -> Optional.ofNullable(elements.getTypeElement(name)));
  }

  private static Object known(Object value, Elements elements) {
    if (value instanceof ClassMark.Values values) {
      return values.all().stream().map(each -> new MarkValue(known(each, elements))).toList();
    }
    if (value instanceof ClassMark.EnumConstant constant) {
      return type(constant.type(), elements)
          .flatMap(type -> constant(type, constant.name()))
          .<Object>map(found -> found)
          .orElse(constant.name());
    }
    if (value instanceof ClassMark mark) {
      return of(mark, elements).<Object>map(found -> found).orElse("");
    }
    if (value instanceof ClassMark.ClassName name) {
      return type(name.descriptor(), elements).<Object>map(TypeElement::asType).orElse("");
    }
    return value;
  }

  private static Optional<? extends Element> constant(TypeElement type, String name) {
    return type.getEnclosedElements().stream()
        .filter(member -> member.getSimpleName().contentEquals(name))
        .findFirst();
  }

  @Override
  public DeclaredType getAnnotationType() {
    return type;
  }

  @Override
  public Map<ExecutableElement, AnnotationValue> getElementValues() {
    return values;
  }

  private record MarkValue(Object value) implements AnnotationValue {
    @Override
    public Object getValue() {
      return value;
    }

    @Override
    public <R, P> R accept(AnnotationValueVisitor<R, P> visitor, P parameter) {
      return visitor.visitUnknown(this, parameter);
    }
  }
}
