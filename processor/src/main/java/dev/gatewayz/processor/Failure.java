package dev.gatewayz.processor;

import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.lang.model.element.TypeElement;

/** Turns a failure of the processor into something to report. */
final class Failure {
  private static final int MOST_LINES = 12;

  private Failure() {}

  /** A prompt that has no method that works, though nothing was said that fails the build. */
  static Finding unsaid(TypeElement type) {
    return Finding.of(
        Message.INTERNAL_ERROR,
        Origin.of(type),
        type.getQualifiedName(),
        "A prompt was left out, and no error says why.");
  }

  static Finding on(TypeElement type, Throwable failure) {
    if (failure.getClass().getSimpleName().equals("CompletionFailure")) {
      return Finding.of(
          Message.MISSING_CLASS,
          Origin.of(type),
          type.getSimpleName(),
          String.valueOf(failure.getMessage()));
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    String top = String.join("\n", trace.toString().lines().limit(MOST_LINES).toList());
    return Finding.of(Message.INTERNAL_ERROR, Origin.of(type), type.getQualifiedName(), top);
  }
}
