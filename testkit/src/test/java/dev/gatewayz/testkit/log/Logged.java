package dev.gatewayz.testkit.log;

import java.lang.System.Logger.Level;

/**
 * A record of a logger.
 *
 * @param message with its parameters filled in
 * @param thrown what was logged with it, or null
 * @param origin the test, or class of tests, that started the thread which logged it; null if none
 * @param text all there is to read, the stack trace included
 */
public record Logged(Level level, String message, Throwable thrown, String origin, String text) {
  boolean isWarning() {
    return level.compareTo(Level.WARNING) >= 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
