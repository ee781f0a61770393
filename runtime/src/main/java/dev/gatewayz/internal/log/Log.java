package dev.gatewayz.internal.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client has to say that no caller gets as an error. Whoever writes it down is somebody
 * else's code, which may throw: a log that is out of order costs no call its end.
 */
public final class Log {
  private static final String NAME = "dev.gatewayz";

  private Log() {}

  /** Something that was borne. */
  public static void warning(String message, @Nullable Throwable thrown) {
    safely(NAME, log -> log.log(Level.WARNING, message, thrown));
  }

  /**
   * Something that somebody should know.
   *
   * @param message with {0}, {1} and so on for the parameters
   */
  public static void warning(String message, @Nullable Object... parameters) {
    safely(NAME, log -> log.log(Level.WARNING, message, parameters));
  }

  /** Something that should not have happened. */
  public static void error(String message, Throwable thrown) {
    safely(NAME, log -> log.log(Level.ERROR, message, thrown));
  }

  /** Something that helps who looks for a cause. */
  public static void debug(Supplier<String> message) {
    safely(NAME, log -> log.log(Level.DEBUG, message));
  }

  /** Hands an entry to the logger of that name. */
  static void safely(String name, Consumer<Logger> entry) {
    try {
      entry.accept(System.getLogger(name));
    } catch (Throwable t) {
      // There is nobody left to tell.
    }
  }
}
