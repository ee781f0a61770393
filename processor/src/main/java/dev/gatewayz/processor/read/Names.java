package dev.gatewayz.processor.read;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.model.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;

/** The names that reading goes by. Classes are never loaded: the user's may be other versions. */
final class Names {
  static final String CLIENT = "dev.gatewayz.annotation.GatewayzClient";
  static final String DESCRIBE = "dev.gatewayz.annotation.Describe";
  static final String PATTERN = "dev.gatewayz.annotation.Pattern";
  static final String PROMPT = "dev.gatewayz.annotation.GatewayzPrompt";
  static final String DEADLINE_MILLIS = "dev.gatewayz.annotation.DeadlineMillis";
  static final String GENERATED = "dev.gatewayz.codegen.GatewayzGenerated";
  static final String HISTORY = "dev.gatewayz.annotation.History";
  static final String JSON = "dev.gatewayz.annotation.Json";
  static final String RANGE = "dev.gatewayz.annotation.Range";
  static final String SIZE = "dev.gatewayz.annotation.Size";
  static final String TOOL = "dev.gatewayz.annotation.GatewayzTool";
  static final String UNTRUSTED = "dev.gatewayz.annotation.Untrusted";
  static final String VAR = "dev.gatewayz.annotation.Var";

  private Names() {}

  /** The qualified name of a class or interface, empty for any other type. */
  static String of(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement e
        ? e.getQualifiedName().toString()
        : "";
  }

  /** As people write it: without packages, the same under every compiler. */
  static String display(TypeMirror type) {
    if (type instanceof ErrorType missing && missing.toString().contains("<any>")) {
      // With type arguments, javac gives a missing type no package that has a name.
      String name = missing.asElement().getSimpleName().toString();
      return name.isEmpty() || name.contains("<") ? "A type" : name;
    }
    return TypeText.display(TypeName.get(type));
  }

  /** The annotation of that name, if it is there. */
  static Optional<AnnotationMirror> annotation(Element element, String name) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (of(annotation.getAnnotationType()).equals(name)) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  /** With the names of the types around it, as in {@code Outer.Inner}. */
  static String nested(Element type) {
    StringJoiner names = new StringJoiner(".");
    List<Element> chain = withOuter(type);
    for (int i = chain.size() - 1; i >= 0; i--) {
      names.add(chain.get(i).getSimpleName());
    }
    return names.toString();
  }

  /** A type, then the types around it, from the inside out. */
  static List<Element> withOuter(Element type) {
    List<Element> chain = new ArrayList<>();
    for (Element e = type; e != null && isType(e); e = e.getEnclosingElement()) {
      chain.add(e);
    }
    return chain;
  }

  /** The interface that declares a method. */
  static Element owner(Element method) {
    return Objects.requireNonNull(method.getEnclosingElement());
  }

  static boolean isType(Element element) {
    ElementKind kind = element.getKind();
    return kind.isClass() || kind.isInterface();
  }
}
