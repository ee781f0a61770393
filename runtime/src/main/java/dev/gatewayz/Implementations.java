package dev.gatewayz;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what the annotation processor wrote. This is the one place where the library looks
 * something up by name; {@code new} on the generated class does without.
 */
final class Implementations {
  private static final String PREFIX = "Gatewayz";

  private Implementations() {}

  static <T> T create(Class<T> promptInterface, Gatewayz gatewayz, Object... tools) {
    Class<? extends T> type = of(promptInterface);
    try {
      Constructor<?> constructor = constructor(type);
      Object[] arguments = arguments(constructor, gatewayz, tools);
      constructor.setAccessible(true);
      return promptInterface.cast(constructor.newInstance(arguments));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalArgumentException(type.getName() + " could not be made.", e.getCause());
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw new IllegalArgumentException(
          type.getName()
              + " could not be made. Use \"new "
              + type.getName()
              + "(gatewayz)\", or open its package to the module dev.gatewayz.",
          e);
    }
  }

  /** The class that was written for an interface. */
  static <T> Class<? extends T> of(Class<T> promptInterface) {
    if (!promptInterface.isInterface()) {
      throw new IllegalArgumentException(
          promptInterface.getName() + " is no interface, so it has no prompts.");
    }
    String name = nameOf(promptInterface);
    try {
      return Class.forName(name, true, promptInterface.getClassLoader())
          .asSubclass(promptInterface);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(missing(promptInterface, name), e);
    }
  }

  /** The one that takes a client first, and after it the tools. */
  private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length > 0 && parameters[0] == Gatewayz.class) {
        return constructor;
      }
    }
    throw new NoSuchMethodException(type.getName() + "(Gatewayz)");
  }

  private static Object[] arguments(
      Constructor<?> constructor, Gatewayz gatewayz, Object... tools) {
    Class<?>[] parameters = constructor.getParameterTypes();
    Object[] arguments = new Object[parameters.length];
    arguments[0] = gatewayz;
    List<Object> left = new ArrayList<>(List.of(tools));
    for (int i = 1; i < parameters.length; i++) {
      arguments[i] = toolOf(parameters[i], left, constructor);
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(
          constructor.getDeclaringClass().getName()
              + " has no use for a tool of type "
              + left.get(0).getClass().getName()
              + ": no prompt names that type in tools().");
    }
    return arguments;
  }

  private static Object toolOf(Class<?> type, List<Object> left, Constructor<?> constructor) {
    // Tools of the very type first, so that one that extends another does not take its place.
    for (Object tool : left) {
      if (tool.getClass() == type) {
        left.remove(tool);
        return tool;
      }
    }
    for (Object tool : left) {
      if (type.isInstance(tool)) {
        left.remove(tool);
        return tool;
      }
    }
    throw new IllegalArgumentException(
        constructor.getDeclaringClass().getName()
            + " needs a tool of type "
            + type.getName()
            + ": pass one to create(…), or use its constructor.");
  }

  /** The name in its package: nested interfaces are joined with {@code _}. */
  private static String nameOf(Class<?> promptInterface) {
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
