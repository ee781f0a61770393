package dev.gatewayz.spring.guide;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Spring does not tell how it finds its configuration. */
final class Quiet implements BeforeAllCallback, AfterAllCallback {
  /** Held, for a level goes with its logger. */
  private static final Logger SPRING = Logger.getLogger("org.springframework");

  @Override
  public void beforeAll(ExtensionContext context) {
    SPRING.setLevel(Level.WARNING);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    SPRING.setLevel(null);
  }
}
