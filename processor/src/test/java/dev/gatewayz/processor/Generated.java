package dev.gatewayz.processor;

import dev.gatewayz.Gatewayz;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A client that was compiled a moment ago. */
final class Generated {
  private final Object client;

  private Generated(Object client) {
    this.client = client;
  }

  /** The client of that class. */
  static Generated of(Compilation compilation, String name, Gatewayz gatewayz) {
    if (!compilation.success()) {
      throw new AssertionError(compilation.log());
    }
    try {
      var constructor =
          Class.forName(name, true, compilation.load()).getDeclaredConstructor(Gatewayz.class);
      constructor.setAccessible(true);
      return new Generated(constructor.newInstance(gatewayz));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The client of that class, with a new object of each type that has tools. */
  static Generated withTools(
      Compilation compilation, String name, Gatewayz gatewayz, String... tools) {
    if (!compilation.success()) {
      throw new AssertionError(compilation.log());
    }
    try {
      ClassLoader classes = compilation.load();
      Object[] arguments = new Object[tools.length + 1];
      arguments[0] = gatewayz;
      for (int i = 0; i < tools.length; i++) {
        var constructor = Class.forName(tools[i], true, classes).getDeclaredConstructor();
        constructor.setAccessible(true);
        arguments[i + 1] = constructor.newInstance();
      }
      var constructor = Class.forName(name, true, classes).getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return new Generated(constructor.newInstance(arguments));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The interface that the client implements. */
  Class<?> type() {
    return client.getClass().getInterfaces()[0];
  }

  /** Calls its method of that name, the first with as many parameters. */
  Object call(String name, Object... arguments) {
    for (Method method : client.getClass().getDeclaredMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        try {
          method.setAccessible(true);
          return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
          if (e.getCause() instanceof RuntimeException cause) {
            throw cause;
          }
          throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    throw new AssertionError("No method " + name);
  }

  /** What a static method without parameters of a class that was compiled with it returns. */
  Object callStatic(String type, String name) {
    try {
      Method method =
          Class.forName(type, true, client.getClass().getClassLoader()).getDeclaredMethod(name);
      method.setAccessible(true);
      return method.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** A record that was compiled with it. */
  Object create(String type, Object... components) {
    try {
      var constructor =
          Class.forName(type, true, client.getClass().getClassLoader())
              .getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
