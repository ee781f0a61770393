package dev.gatewayz.internal.log;

import java.lang.System.Logger.Level;

/**
 * A log under a name of its own, for what somebody has asked to have written down. Like {@link
 * Log}, it throws nothing.
 */
public final class NamedLog {
  private final String name;

  /** A log of that name. */
  public NamedLog(String name) {
    this.name = name;
  }

  /** Something that went as it should. */
  public void info(String message) {
    write(Level.INFO, message);
  }

  /** Something that did not. */
  public void warning(String message) {
    write(Level.WARNING, message);
  }

  /** Something that helps who looks for a cause. */
  public void debug(String message) {
    write(Level.DEBUG, message);
  }

  /** Whether {@link #debug} writes anything. */
  public boolean isDebugWanted() {
    try {
      return System.getLogger(name).isLoggable(Level.DEBUG);
    } catch (Throwable t) {
      return false;
    }
  }

  private void write(Level level, String message) {
    Log.safely(name, log -> log.log(level, message));
  }
}
