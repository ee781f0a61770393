package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.testkit.MockGateway;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing is made of a list of values that a reader has to count: what needs more than five is a
 * record that one place makes, or is collected by a builder.
 */
class ConstructorTest {
  private static final int MOST = 5;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrls(urls(GatewayzClient.class, Gatewayz.class, MockGateway.class));

  /** What may take more all the same, and why. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "dev.gatewayz.testkit.internal.server.Http2Session",
          "private; its builder alone calls it");

  @Test
  void noConstructorTakesMoreThanFiveValues() {
    Set<String> long_ =
        constructors()
            .filter(constructor -> !constructor.getOwner().isRecord())
            .map(constructor -> constructor.getOwner().getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(long_).isEqualTo(ALLOWED.keySet());
  }

  @Test
  void recordsOfMoreThanFiveValuesAreMadeInOnePlace() {
    Map<String, Set<String>> places = new TreeMap<>();
    constructors()
        .filter(constructor -> constructor.getOwner().isRecord())
        .forEach(
            constructor ->
                places.put(
                    constructor.getOwner().getName(),
                    constructor.getCallsOfSelf().stream()
                        .filter(call -> !isOwn(call, constructor.getOwner()))
                        .map(call -> call.getOrigin().getFullName())
                        .collect(Collectors.toCollection(TreeSet::new))));

    places.values().removeIf(callers -> callers.size() <= 1);
    assertThat(places).isEmpty();
  }

  /** A record may make another one of itself, beside the one place. */
  private static boolean isOwn(JavaConstructorCall call, JavaClass owner) {
    return topLevel(call.getOriginOwner()).equals(topLevel(owner));
  }

  private static String topLevel(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  private static Stream<JavaConstructor> constructors() {
    return CLASSES.stream()
        .filter(type -> !type.isAnonymousClass())
        .flatMap(type -> type.getConstructors().stream())
        .filter(constructor -> values(constructor) > MOST);
  }

  /** How many values it takes; that of an inner class also takes the instance around it. */
  private static int values(JavaConstructor constructor) {
    List<JavaClass> parameters = constructor.getRawParameterTypes();
    JavaClass owner = constructor.getOwner();
    int hidden =
        owner.isInnerClass()
                && parameters.size() > 0
                && owner.getEnclosingClass().filter(parameters.get(0)::equals).isPresent()
            ? 1
            : 0;
    // The compiler puts name and place before what a constant of an enum is given.
    return parameters.size() - (owner.isEnum() ? 2 : hidden);
  }

  private static List<URL> urls(Class<?>... types) {
    return Stream.of(types)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .toList();
  }
}
