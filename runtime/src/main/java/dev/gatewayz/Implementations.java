package dev.gatewayz;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/**
 * Finds what the annotation processor wrote. This is the one place where the library looks
 * something up by name; {@code new} on the generated class does without.
 */
final class Implementations {
  private static final String PREFIX = "Gatewayz";

  private Implementations() {}

  static <T> T create(Class<T> promptInterface, Gatewayz gatewayz) {
    if (!promptInterface.isInterface()) {
      throw new IllegalArgumentException(
          promptInterface.getName() + " is no interface, so it has no prompts.");
    }
    String name = implementationOf(promptInterface);
    try {
      Class<?> type = Class.forName(name, true, promptInterface.getClassLoader());
      Constructor<?> constructor = type.getDeclaredConstructor(Gatewayz.class);
      constructor.setAccessible(true);
      return promptInterface.cast(constructor.newInstance(gatewayz));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(missing(promptInterface, name), e);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          name
              + " needs more than a client: the tools of its prompts. Use \"new "
              + name
              + "(gatewayz, …)\" with an object of each type in tools().",
          e);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(name + " could not be made.", e.getCause());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalArgumentException(
          name
              + " could not be made. Use \"new "
              + name
              + "(gatewayz)\", or open its package to the module dev.gatewayz.",
          e);
    }
  }

  /** The name in its package: nested interfaces are joined with {@code _}. */
  private static String implementationOf(Class<?> promptInterface) {
    String name = promptInterface.getName();
    int start = name.lastIndexOf('.') + 1;
    return name.substring(0, start) + PREFIX + name.substring(start).replace('$', '_');
  }

  private static String missing(Class<?> promptInterface, String name) {
    return "There is no "
        + name
        + ", so the annotation processor did not run for "
        + promptInterface.getName()
        + ". Is the interface annotated with @GatewayzClient? Is gatewayz-processor on the"
        + " annotationProcessorPaths of maven-compiler-plugin, or an annotationProcessor dependency"
        + " in Gradle? From Java 23 on a processor that is only on the class path does not run.";
  }
}
