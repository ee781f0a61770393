package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.wire.ErrorBody;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an error is: who says it, and about what. The exception, its advice, and through them
 * retries and fallbacks follow from this alone.
 *
 * @param speaker who says it
 * @param kind what it is about
 * @param status of the response; for an error inside a good one, that which it has elsewhere
 * @param upstreamStatus what the provider answered the gateway with, 0 if it is not told
 * @param retryAfter how long to wait, {@code null} if nobody says
 * @param said what the body says, with what it passes on taken out of its text
 */
record Diagnosis(
    Speaker speaker,
    Kind kind,
    int status,
    int upstreamStatus,
    @Nullable Duration retryAfter,
    ErrorBody said) {

  /** What an error is about. */
  enum Kind {
    /** Prompt and answer do not fit the model. */
    CONTEXT_WINDOW,
    /** The content is refused. */
    CONTENT_POLICY,
    /** The model has been withdrawn. */
    MODEL_GONE,
    /** There is no such model, or no such address. */
    NOT_FOUND,
    /** The account has used up its day. */
    DAILY_LIMIT,
    /** Too many requests or tokens in too little time. */
    RATE_LIMIT,
    /** The model does not take what the request has. */
    UNFIT_MODEL,
    /** The account is empty. */
    CREDITS,
    /** The key is wrong. */
    KEY,
    /** The provider refuses the account of the gateway. */
    PROVIDER_ACCOUNT,
    /** The provider failed, or refused the request in words that only the gateway has seen. */
    PROVIDER,
    /** The provider did not answer in time. */
    TIMEOUT,
    /** The gateway did not understand itself. */
    GATEWAY_DEFECT,
    /** What the status says. */
    STATUS
  }

  /** The same, said by a response with that status. */
  Diagnosis inResponse(int status) {
    return new Diagnosis(speaker, kind, status, upstreamStatus, retryAfter, said);
  }
}
