package dev.gatewayz.internal.request;

import dev.gatewayz.ModelRule;
import dev.gatewayz.internal.http.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How requests differ by whom they are sent to.
 *
 * @param models what some models take otherwise
 * @param ofGatewayz members that only Gatewayz understands, which its requests have unless somebody
 *     sets them; each value as JSON text
 */
public record RequestRules(List<ModelRule> models, Map<String, String> ofGatewayz) {
  /** All are asked alike. */
  static final RequestRules NONE = new RequestRules(List.of(), Map.of());

  private static final String[] HOSTS = {"gatewayz.ai", "gatewayz.com"};

  /** Copies the lists. */
  public RequestRules {
    models = List.copyOf(models);
    ofGatewayz = Map.copyOf(ofGatewayz);
  }

  /** Whether Gatewayz itself is there. */
  static boolean isGatewayz(Origin origin) {
    String host = origin.host();
    for (String own : HOSTS) {
      int before = host.length() - own.length();
      if (host.endsWith(own) && (before == 0 || host.charAt(before - 1) == '.')) {
        return true;
      }
    }
    return false;
  }

  /** What is sent to a model. */
  RequestBody toSend(String model, RequestBody body) {
    RequestBody sent = body;
    for (ModelRule rule : models) {
      if (rule.isFor(model)) {
        sent = sent.withMembers(rule::apply);
      }
    }
    return sent;
  }

  /** The same request for another gateway. */
  RequestBody to(Origin origin, RequestBody body) {
    if (ofGatewayz.isEmpty()) {
      return body;
    }
    return body.withMembers(
        members -> {
          Map<String, String> changed = new LinkedHashMap<>(members);
          if (isGatewayz(origin)) {
            ofGatewayz.forEach(changed::putIfAbsent);
          } else {
            ofGatewayz.forEach(changed::remove);
          }
          return changed;
        });
  }
}
