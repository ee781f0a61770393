package dev.gatewayz.sample.desk;

import java.util.logging.Logger;

/**
 * A machine so busy that the client says that a callback took long, which may happen or not.
 * Nothing else that it says is kept back.
 */
final class SlowMachine {
  private static final Logger CLIENT = Logger.getLogger("dev.gatewayz");

  private SlowMachine() {}

  static void isNoNews() {
    CLIENT.setFilter(record -> !record.getMessage().contains("held an event loop"));
  }

  static void isNewsAgain() {
    CLIENT.setFilter(null);
  }
}
