package dev.gatewayz.internal.call;

import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.RequestFactory;
import java.util.List;

/**
 * The interceptors of a client, the outermost first. Thread-safe.
 *
 * @param interceptors who stands around calls
 * @param requests makes requests to the gateways that they choose
 */
public record Interception(List<Interceptor> interceptors, RequestFactory requests) {

  /** Copies the list. */
  public Interception {
    interceptors = List.copyOf(interceptors);
  }

  boolean isEmpty() {
    return interceptors.isEmpty();
  }

  OutgoingCall outgoing(CallRequest request, boolean streamed) {
    return new OutgoingRequest(request, streamed, requests);
  }
}
