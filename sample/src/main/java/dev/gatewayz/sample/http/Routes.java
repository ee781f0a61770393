package dev.gatewayz.sample.http;

import io.netty.handler.codec.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;

/** Which route has which method and path. Filled before the server starts. */
public final class Routes {
  private final Map<String, Map<HttpMethod, Route>> byPath = new HashMap<>();

  /** Adds a route for {@code GET}. */
  public Routes get(String path, Route route) {
    return add(HttpMethod.GET, path, route);
  }

  /** Adds a route for {@code POST}. */
  public Routes post(String path, Route route) {
    return add(HttpMethod.POST, path, route);
  }

  private Routes add(HttpMethod method, String path, Route route) {
    byPath.computeIfAbsent(path, key -> new HashMap<>()).put(method, route);
    return this;
  }

  Route find(Request request) {
    Map<HttpMethod, Route> methods = byPath.get(request.path());
    if (methods == null) {
      throw new BadInputException(404, "There is nothing at this address.");
    }
    Route route = methods.get(request.method());
    if (route == null) {
      throw new BadInputException(405, "This address takes " + methods.keySet() + " only.");
    }
    return route;
  }
}
