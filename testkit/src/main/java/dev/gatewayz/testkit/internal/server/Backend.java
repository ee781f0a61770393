package dev.gatewayz.testkit.internal.server;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Decides what is answered. Called on the server's loop, so it must not block. */
public interface Backend {

  /**
   * Asked when a request's head is there and its body is not.
   *
   * @param head the request, its body empty
   * @return a program to play at once, or nothing to wait for the body
   */
  Optional<Iterator<List<Act>>> early(Request head);

  /**
   * Asked when a request is complete.
   *
   * @param request the whole request
   * @return the program to play: group after group, lazily
   */
  Iterator<List<Act>> answer(Request request);
}
