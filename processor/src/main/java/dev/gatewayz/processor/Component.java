package dev.gatewayz.processor;

import com.palantir.javapoet.ClassName;
import java.util.Locale;
import java.util.Optional;

/** The framework whose beans the generated clients are. */
enum Component {
  NONE,
  JAKARTA,
  SPRING,
  MICRONAUT;

  private static final ClassName SINGLETON = ClassName.get("jakarta.inject", "Singleton");

  /** The one of that name in options. */
  static Optional<Component> of(String name) {
    for (Component component : values()) {
      if (component.optionName().equals(name)) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }

  /** How options call it. */
  String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The annotation that makes a class a bean. */
  Optional<ClassName> onClass() {
    return switch (this) {
      case NONE -> Optional.empty();
      case JAKARTA, MICRONAUT -> Optional.of(SINGLETON);
      case SPRING -> Optional.of(ClassName.get("org.springframework.stereotype", "Component"));
    };
  }

  /** The annotation that says which constructor to call, where one has to. */
  Optional<ClassName> onConstructor() {
    return this == JAKARTA
        ? Optional.of(ClassName.get("jakarta.inject", "Inject"))
        : Optional.empty();
  }
}
