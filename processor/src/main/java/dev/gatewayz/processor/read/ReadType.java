package dev.gatewayz.processor.read;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.model.JavaType;
import dev.gatewayz.processor.model.Kind;
import dev.gatewayz.processor.model.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** A type of the compiler, seen from a template. */
record ReadType(TypeReader reader, Written written, Kind kind, boolean isNullable, Viewer viewer)
    implements JavaType {

  TypeMirror mirror() {
    return written.type();
  }

  @Override
  public Kind jsonKind() {
    return kind == Kind.TEXT && !Kinds.isTextOfJdk(mirror()) ? Kind.OBJECT : kind;
  }

  @Override
  public Map<String, String> renamed() {
    return reader.properties().renamed(this);
  }

  @Override
  public Optional<Property> jsonValue() {
    return reader.properties().jsonValue(this);
  }

  @Override
  public boolean isPrimitive() {
    return mirror().getKind().isPrimitive();
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
    return isNullable ? new ReadType(reader, written, kind, false, viewer) : this;
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
    return reader.properties().data(this);
  }

  @Override
  public List<String> properties() {
    return reader.properties().names(this);
  }
}
