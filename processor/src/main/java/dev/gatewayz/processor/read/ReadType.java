package dev.gatewayz.processor.read;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Property;
import dev.gatewayz.internal.binding.Union;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A type of the compiler, seen from a template.
 *
 * @param omitted what JSON goes without in this place, beside what the type itself says
 */
record ReadType(
    TypeReader reader,
    Written written,
    Kind kind,
    boolean isNullable,
    Viewer viewer,
    Omitted omitted)
    implements JavaType {

  /** A record in place of this, the sealed interface that it is one of. */
  ReadType variant(Written record) {
    return new ReadType(reader, record, Kind.OBJECT, false, viewer, omitted);
  }

  TypeMirror mirror() {
    return written.type();
  }

  @Override
  public Kind jsonKind() {
    return kind == Kind.TEXT && !Kinds.isTextOfJdk(mirror()) ? Kind.OBJECT : kind;
  }

  @Override
  public Map<String, String> renamed() {
    return reader.json().renamed(this);
  }

  @Override
  public Optional<Property> jsonValue() {
    return reader.json().jsonValue(this);
  }

  @Override
  public Optional<Union> union() {
    return reader.json().union(this);
  }

  @Override
  public boolean isReadable() {
    return true;
  }

  @Override
  public boolean isPrimitive() {
    return mirror().getKind().isPrimitive();
  }

  @Override
  public boolean isEmptyRecord() {
    return mirror() instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getKind() == ElementKind.RECORD
        && element.getRecordComponents().isEmpty();
  }

  @Override
  public String display() {
    return Names.display(mirror());
  }

  @Override
  public TypeName name() {
    return TypeName.get(mirror());
  }

  @Override
  public JavaType nonNull() {
    return isNullable ? new ReadType(reader, written, kind, false, viewer, omitted) : this;
  }

  /** The same type in a place where JSON goes without some of its properties. */
  ReadType without(Omitted properties) {
    return new ReadType(reader, written, kind, isNullable, viewer, omitted.and(properties));
  }

  @Override
  public Object jsonKey() {
    return omitted.equals(Omitted.NOTHING) ? name() : List.of(name(), omitted);
  }

  @Override
  public JavaType component() {
    return reader.component(this);
  }

  @Override
  public Optional<Property> property(String name) {
    return reader.properties().find(this, name);
  }

  @Override
  public Optional<String> obstacle(String name) {
    return reader.properties().obstacle(this, name);
  }

  @Override
  public List<Property> data() {
    return reader.json().data(this);
  }

  @Override
  public List<String> properties() {
    return reader.properties().names(this);
  }
}
