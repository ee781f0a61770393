package dev.gatewayz.testkit.fake;

import dev.gatewayz.codegen.FakeCalls;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;

/** Finds the fakes that the annotation processor wrote, by their names. */
final class FakeClasses {
  private FakeClasses() {}

  static <T> T create(Class<T> promptInterface, FakeCalls calls) {
    String name = nameOf(promptInterface);
    try {
      Class<?> type = Class.forName(name, true, promptInterface.getClassLoader());
      Constructor<?> constructor = type.getDeclaredConstructor(FakeCalls.class);
      constructor.setAccessible(true);
      return promptInterface.cast(constructor.newInstance(calls));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "There is no "
              + name
              + ". Compile "
              + promptInterface.getName()
              + " with -Agatewayz.fakes=true, or, if it has one prompt only, implement it with a"
              + " lambda.",
          e);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw new IllegalArgumentException(
          name
              + " could not be made. Use Fake.by("
              + name.substring(name.lastIndexOf('.') + 1)
              + "::new), or open its package to the module dev.gatewayz.testkit.fake.",
          e);
    }
  }

  /** The name in its package: nested interfaces are joined with {@code _}. */
  private static String nameOf(Class<?> promptInterface) {
    String name = promptInterface.getName();
    int start = name.lastIndexOf('.') + 1;
    return name.substring(0, start) + "Fake" + name.substring(start).replace('$', '_');
  }
}
