package dev.gatewayz.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** What code in a package can see. */
final class Visibility {
  private Visibility() {}

  /** Whether code in {@code from} sees a member or a type, and all types around it. */
  static boolean sees(PackageElement from, Element element, Elements elements) {
    boolean isNear = from.equals(elements.getPackageOf(element));
    List<Element> chain = Names.isType(element) ? Names.withOuter(element) : List.of(element);
    return chain.stream()
        .map(Element::getModifiers)
        .allMatch(
            modifiers ->
                modifiers.contains(Modifier.PUBLIC)
                    || (isNear && !modifiers.contains(Modifier.PRIVATE)));
  }

  /** The first type inside {@code type} that code in {@code from} does not see. */
  static Optional<String> hidden(PackageElement from, TypeMirror type, Elements elements) {
    if (type instanceof ArrayType array) {
      return hidden(from, array.getComponentType(), elements);
    }
    if (!(type instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    if (!sees(from, declared.asElement(), elements)) {
      return Optional.of(Names.nested(declared.asElement()));
    }
    return declared.getTypeArguments().stream()
        .flatMap(argument -> hidden(from, argument, elements).stream())
        .findFirst();
  }
}
