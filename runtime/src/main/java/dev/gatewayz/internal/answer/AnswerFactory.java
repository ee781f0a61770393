package dev.gatewayz.internal.answer;

/** Makes the answer of one more attempt. */
@FunctionalInterface
public interface AnswerFactory {

  /**
   * Makes it.
   *
   * @param sink whom it reports to
   * @param response makes its errors
   * @param loop the number of the loop that it runs on
   */
  Answer newAnswer(AnswerSink sink, Response response, int loop);
}
