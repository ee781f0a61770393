package dev.gatewayz.spring;

import java.util.Objects;

/** Properties do not make a client. */
final class InvalidGatewayException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The properties below that prefix. */
  InvalidGatewayException(String prefix, RuntimeException cause) {
    super(
        "The properties "
            + prefix
            + ".* make no client: "
            + Objects.toString(cause.getMessage(), ""),
        cause);
  }
}
