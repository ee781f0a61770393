package dev.gatewayz.spring;

import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start of an application which properties are wrong, and what is allowed. */
final class InvalidGatewayAnalyzer extends AbstractFailureAnalyzer<InvalidGatewayException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InvalidGatewayException cause) {
    return new FailureAnalysis(
        Objects.toString(cause.getMessage(), ""),
        "Correct the property. docs/spring.md of Gatewayz lists all.",
        cause);
  }
}
