package dev.gatewayz.processor.read;

import dev.gatewayz.processor.classfile.ClassFile;
import dev.gatewayz.processor.classfile.TypeMark;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.StandardLocation;

/**
 * What stands in class files and compilers do not show: before 22, annotations on the types of
 * their members; at any time, names of parameters that only the code has. Types that are compiled
 * from source are passed over. Lives for one compilation.
 */
public final class ClassFiles {
  /** The first release of which the compiler shows annotations on types from class files. */
  private static final int SHOWS_TYPE_ANNOTATIONS = 22;

  private final Filer filer;
  private final Elements elements;
  private final Types types;
  private final Predicate<Element> isSource;
  private final Map<String, Optional<ClassFile>> known = new HashMap<>();
  private final Set<TypeElement> unseen = new LinkedHashSet<>();

  /**
   * The class files of a compilation.
   *
   * @param isSource whether the source of a declaration is part of it
   */
  public ClassFiles(Filer filer, Elements elements, Types types, Predicate<Element> isSource) {
    this.filer = filer;
    this.elements = elements;
    this.types = types;
    this.isSource = isSource;
  }

  /** The types whose annotations nobody could see since this was asked last. */
  public List<TypeElement> unseen() {
    List<TypeElement> types = new ArrayList<>(unseen);
    unseen.clear();
    return types;
  }

  /**
   * What a method returns.
   *
   * @param seen its type where the method is used
   * @param user the type that it is used in, with its arguments
   */
  Written result(ExecutableElement method, TypeMirror seen, Written user) {
    return written(method, TypeMark.RESULT, method.getReturnType(), seen, user);
  }

  /** The type of a parameter. */
  Written parameter(ExecutableElement method, int index, TypeMirror seen) {
    TypeMirror declared = method.getParameters().get(index).asType();
    return written(method, index, declared, seen, Written.of(seen));
  }

  /** The type of a field. */
  Written field(VariableElement field, TypeMirror seen, Written user) {
    return written(field, TypeMark.RESULT, field.asType(), seen, user);
  }

  /** The names of a method's parameters; empty if they are lost. */
  List<String> parameters(ExecutableElement method) {
    List<String> names = new ArrayList<>();
    boolean isNumbered = !isSource.test(method);
    for (VariableElement parameter : method.getParameters()) {
      String name = parameter.getSimpleName().toString();
      isNumbered &= name.equals("arg" + names.size());
      names.add(name);
    }
    return isNumbered ? inCode(method) : names;
  }

  private List<String> inCode(ExecutableElement method) {
    List<Integer> slots = new ArrayList<>();
    int slot = method.getModifiers().contains(Modifier.STATIC) ? 0 : 1;
    for (VariableElement parameter : method.getParameters()) {
      slots.add(slot);
      TypeKind kind = parameter.asType().getKind();
      slot += kind == TypeKind.LONG || kind == TypeKind.DOUBLE ? 2 : 1;
    }
    String name = method.getSimpleName().toString();
    return slots.isEmpty()
        ? List.of()
        : file(owner(method))
            .map(file -> file.parameters(name, descriptor(method), slots))
            .orElse(List.of());
  }

  private boolean isHidden(Element member) {
    return Runtime.version().feature() < SHOWS_TYPE_ANNOTATIONS
        && !isSource.test(member)
        && !owner(member).getQualifiedName().toString().startsWith("java.");
  }

  private Written written(
      Element member, int parameter, TypeMirror declared, TypeMirror seen, Written user) {
    List<TypeMark> marks = new ArrayList<>();
    if (isHidden(member)) {
      String name = member.getSimpleName().toString();
      String descriptor = member instanceof ExecutableElement method ? descriptor(method) : "";
      Optional<ClassFile> file = file(owner(member));
      if (file.isEmpty()) {
        unseen.add(owner(member));
      }
      file.map(found -> found.marks(name, descriptor)).orElse(List.of()).stream()
          .filter(mark -> mark.parameter() == parameter)
          .forEach(marks::add);
    }
    return written(declared, seen, marks, arguments(member, user));
  }

  /** What the type variables of a member's class stand for in the type that it is used in. */
  private Map<String, Written> arguments(Element member, Written user) {
    Map<String, Written> arguments = new HashMap<>();
    TypeElement owner = owner(member);
    boolean isOwn = user.type() instanceof DeclaredType declared && declared.asElement() == owner;
    if (isOwn && user.parts().size() == owner.getTypeParameters().size()) {
      for (int i = 0; i < user.parts().size(); i++) {
        arguments.put(
            owner.getTypeParameters().get(i).getSimpleName().toString(), user.parts().get(i));
      }
    }
    return arguments;
  }

  private Written written(
      TypeMirror declared, TypeMirror seen, List<TypeMark> marks, Map<String, Written> arguments) {
    List<AnnotationMirror> here = new ArrayList<>();
    for (TypeMark mark : marks) {
      if (mark.path().isEmpty()) {
        ClassFileMark.of(mark.annotation(), elements).ifPresent(here::add);
      }
    }
    Written argument =
        declared instanceof TypeVariable variable
            ? arguments.get(variable.asElement().getSimpleName().toString())
            : null;
    if (argument != null) {
      return new Written(
          seen,
          argument.marks().and(Annotations.of(seen)).and(new Annotations(here)),
          argument.parts());
    }
    List<TypeMirror> written = Written.parts(declared);
    List<TypeMirror> shown = Written.parts(seen);
    List<Written> parts = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      int index = i;
      List<TypeMark> inside =
          marks.stream()
              .filter(mark -> !mark.path().isEmpty() && mark.path().get(0).index() == index)
              .map(TypeMark::inside)
              .toList();
      boolean isSame = written.size() == shown.size();
      parts.add(written(isSame ? written.get(i) : shown.get(i), shown.get(i), inside, arguments));
    }
    Annotations all = Annotations.of(seen).and(Annotations.of(declared)).and(new Annotations(here));
    return new Written(seen, all, parts);
  }

  private static TypeElement owner(Element member) {
    Element owner = member;
    while (!(owner instanceof TypeElement)) {
      owner = Objects.requireNonNull(owner.getEnclosingElement());
    }
    return (TypeElement) owner;
  }

  private Optional<ClassFile> file(TypeElement type) {
    String name = elements.getBinaryName(type).toString();
    Optional<ClassFile> file = known.get(name);
    if (file == null) {
      file = find(name, type);
      known.put(name, file);
    }
    return file;
  }

  private Optional<ClassFile> find(String name, TypeElement type) {
    String folder = elements.getPackageOf(type).getQualifiedName().toString();
    String simple = (folder.isEmpty() ? name : name.substring(folder.length() + 1)) + ".class";
    ModuleElement module = elements.getModuleOf(type);
    String inModule = module == null ? folder : module.getQualifiedName() + "/" + folder;
    return read(StandardLocation.CLASS_PATH, folder, simple)
        .or(() -> read(StandardLocation.CLASS_OUTPUT, folder, simple))
        .or(() -> read(StandardLocation.MODULE_PATH, inModule, simple))
        .or(() -> read(StandardLocation.CLASS_OUTPUT, inModule, simple));
  }

  /** Compilers refuse what they do not support in ways of their own. */
  private Optional<ClassFile> read(StandardLocation location, String folder, String name) {
    try (InputStream in = filer.getResource(location, folder, name).openInputStream()) {
      return Optional.of(ClassFile.read(in.readAllBytes()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private String descriptor(ExecutableElement method) {
    StringBuilder out = new StringBuilder("(");
    method.getParameters().forEach(parameter -> out.append(descriptor(parameter.asType())));
    return out.append(')').append(descriptor(method.getReturnType())).toString();
  }

  private String descriptor(TypeMirror written) {
    TypeMirror type = types.erasure(written);
    return switch (type.getKind()) {
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case CHAR -> "C";
      case DOUBLE -> "D";
      case FLOAT -> "F";
      case INT -> "I";
      case LONG -> "J";
      case SHORT -> "S";
      case VOID -> "V";
      case ARRAY -> "[" + descriptor(((ArrayType) type).getComponentType());
      default ->
          type instanceof DeclaredType declared
                  && declared.asElement() instanceof TypeElement element
              ? "L" + elements.getBinaryName(element).toString().replace('.', '/') + ";"
              : "";
    };
  }
}
