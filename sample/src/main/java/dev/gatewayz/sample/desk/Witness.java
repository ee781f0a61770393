package dev.gatewayz.sample.desk;

import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Somebody who can say what the gateway saw of a call that was cancelled. */
@FunctionalInterface
interface Witness {

  /** For gateways that are somewhere else. */
  Witness NONE = requestId -> CompletableFuture.completedFuture("The stream was reset.");

  /**
   * How the answer to a request ended, in words.
   *
   * @param requestId as it was sent; empty if no request was
   */
  CompletableFuture<String> endingOf(String requestId);

  /** For a gateway in this program. */
  static Witness of(MockGateway gateway) {
    return requestId -> {
      List<RecordedRequest> requests = gateway.requests();
      for (int i = requests.size() - 1; i >= 0; i--) {
        RecordedRequest request = requests.get(i);
        if (request.header("x-request-id").filter(requestId::equals).isPresent()) {
          return request
              .ending()
              .thenApply(
                  ending ->
                      "The gateway saw "
                          + ending.kind()
                          + ", code "
                          + ending.errorCode()
                          + ", on stream "
                          + request.streamId()
                          + '.');
        }
      }
      return CompletableFuture.completedFuture("The gateway was not asked yet.");
    };
  }
}
