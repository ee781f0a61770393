package dev.gatewayz.sample.http;

/** What is done with the requests of one path. Runs on the event loop of the connection. */
@FunctionalInterface
public interface Route {

  /**
   * Answers, now or later, and does not block.
   *
   * @throws BadInputException if the request cannot be answered as it is
   */
  void handle(Request request, Exchange exchange);
}
