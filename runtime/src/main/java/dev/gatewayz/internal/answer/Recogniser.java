package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.answer.Diagnosis.Kind;
import dev.gatewayz.internal.answer.ErrorText.Form;
import dev.gatewayz.internal.wire.ErrorBody;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides who says an error and about what, for whole responses and for errors inside good ones.
 * Gatewayz passes a provider's errors on as text, often with a status of its own, so the text
 * counts before the status: of what a provider says to the gateway, nothing is about the caller's
 * key, credits or limits.
 */
final class Recogniser {
  /** How often one error is put into the text of another. */
  private static final int MAX_DEPTH = 4;

  /** The status of the response, 0 for an error inside a good one. */
  private final int http;

  private final ErrorHead head;
  private final ErrorBody said;
  private final ErrorText text;
  private final List<ErrorWords> words = new ArrayList<>();
  private final Instant now;

  private Recogniser(ErrorHead head, ErrorBody said, Instant now) {
    this.http = head.status();
    this.head = head;
    this.said = said;
    this.now = Objects.requireNonNullElse(head.date(), now);
    this.text = textOf(said, http);
    words.add(ErrorWords.of(said));
    if (said.providerMessage() != null) {
      words.add(ErrorWords.of(said.providerMessage()));
    }
    ErrorBody inner = text.said();
    for (int depth = 0; inner != null && depth < MAX_DEPTH; depth++) {
      words.add(ErrorWords.of(inner));
      inner = ErrorText.of(inner.message(), false).said();
    }
    if (said.detail() != null && (http == 401 || http == 403)) {
      words.add(ErrorWords.of(said.detail()));
    }
  }

  /** The diagnosis of an error. */
  static Diagnosis diagnose(ErrorHead head, ErrorBody said, Instant now) {
    return new Recogniser(head, said, now).diagnose();
  }

  private static ErrorText textOf(ErrorBody said, int http) {
    String[] sentences = {said.providerMessage(), said.message(), said.detail()};
    boolean isOfProvider = http == 502;
    ErrorText last = ErrorText.of(said.message(), isOfProvider);
    for (String sentence : sentences) {
      ErrorText text = sentence == null ? last : ErrorText.of(sentence, isOfProvider);
      if (text.form() != Form.NONE || text.said() != null) {
        return text;
      }
    }
    return last;
  }

  private Diagnosis diagnose() {
    if (isPassedOnByGateway()) {
      ErrorBody inner = text.said();
      ErrorBody body = inner == null ? said.withMessage(text.rest()) : inner.inside(said);
      ErrorHead as = new ErrorHead(text.status(), head.retryAfter(), head.scope(), head.date());
      Diagnosis diagnosis = diagnose(as, body, now);
      return http == 0 ? diagnosis : diagnosis.inResponse(http);
    }
    if (text.form() == Form.PROVIDER) {
      return ofProvider(upstreamStatus());
    }
    int status = http == 0 ? ErrorStatus.of(said) : http;
    if (status > 400 && say(ErrorWords::areOfProviderAccount)) {
      return ofProvider(401);
    }
    if (isOfNamedProvider() && isOfAccount(status)) {
      return ofProvider(status);
    }
    if (status == 502) {
      return ofProvider(0);
    }
    return ofGateway(status);
  }

  /** The provider's, or that which says what its words do: some answer 400 to a wrong key. */
  private int upstreamStatus() {
    int status = text.status();
    if (status == 0 || status >= 500) {
      return status;
    }
    if (say(ErrorWords::areOfFailedModel)) {
      return 500;
    }
    return say(ErrorWords::areOfEmptyAccount) ? 402 : say(ErrorWords::areOfWrongKey) ? 401 : status;
  }

  private boolean isPassedOnByGateway() {
    return text.form() == Form.GATEWAY
        && (http == 0 || (text.said() != null && (http == 400 || http >= 500)));
  }

  private static boolean isOfAccount(int status) {
    return status == 401 || status == 402 || status == 403;
  }

  private boolean say(Predicate<ErrorWords> something) {
    return words.stream().anyMatch(something);
  }

  private Diagnosis ofProvider(int upstream) {
    Kind kind = kindOfProvider(upstream);
    boolean isGateways = kind == Kind.GATEWAY_DEFECT;
    return diagnosis(
        isGateways ? Speaker.GATEWAY_OF_ITSELF : Speaker.PROVIDER, kind, upstream, http);
  }

  private Kind kindOfProvider(int upstream) {
    if (upstream == 429 || (http == 429 && !isOfAccount(upstream))) {
      return Kind.RATE_LIMIT;
    }
    if (isOfAccount(upstream) && !(upstream == 403 && isOfContentPolicy(upstream))) {
      return Kind.PROVIDER_ACCOUNT;
    }
    Kind kind = kindOfRequest(upstream);
    if (kind != Kind.STATUS) {
      return kind;
    }
    if (http == 0 && upstream == 400 && say(ErrorWords::areOfUnknownModel)) {
      return Kind.NOT_FOUND;
    }
    if (upstream == 500 && say(ErrorWords::areOfFailedModel)) {
      return Kind.PROVIDER;
    }
    if (upstream == 0 && say(ErrorWords::areOfTimeout)) {
      return Kind.TIMEOUT;
    }
    if (upstream == 0 && (say(ErrorWords::areOfGatewayDefect) || say(ErrorWords::areOfWrongCall))) {
      return Kind.GATEWAY_DEFECT;
    }
    boolean isPassedOn = http >= 400 && http != 500 && http != 502;
    boolean isOfRequest = upstream >= 400 && upstream < 500;
    if (isPassedOn && !(http > 500 && isOfRequest)) {
      return Kind.STATUS;
    }
    boolean hasOwnStatus = upstream == 400 || upstream == 404 || upstream == 410 || upstream == 422;
    return http == 0 && hasOwnStatus ? Kind.STATUS : Kind.PROVIDER;
  }

  /** What is wrong with prompt or model, whoever finds it. */
  private Kind kindOfRequest(int status) {
    boolean mayBe = status == 0 || status == 400 || status == 413 || status == 422 || status >= 500;
    if (mayBe && say(ErrorWords::areOfContextWindow)) {
      return Kind.CONTEXT_WINDOW;
    }
    if ((mayBe || status == 403) && isOfContentPolicy(status)) {
      return Kind.CONTENT_POLICY;
    }
    if ((mayBe || status == 404 || status == 410) && say(ErrorWords::areOfGoneModel)) {
      return Kind.MODEL_GONE;
    }
    return Kind.STATUS;
  }

  private boolean isOfContentPolicy(int status) {
    return say(ErrorWords::areOfContentPolicy)
        || (status == 0 && text.form() == Form.PROVIDER && say(ErrorWords::nameBlockReason));
  }

  private Diagnosis ofGateway(int status) {
    boolean isOfItself = status >= 500;
    Speaker speaker = isOfItself ? Speaker.GATEWAY_OF_ITSELF : Speaker.GATEWAY_OF_CALLER;
    if (say(ErrorWords::areOfGatewayDefect) || (isOfItself && say(ErrorWords::areOfWrongCall))) {
      return diagnosis(Speaker.GATEWAY_OF_ITSELF, Kind.GATEWAY_DEFECT, 0, http == 0 ? 400 : http);
    }
    boolean mayBeTheAccount = http == 0 || status == 400 || status == 402 || status == 429;
    if ((mayBeTheAccount || status == 403) && say(ErrorWords::areOfDailyLimit)) {
      return diagnosis(Speaker.GATEWAY_OF_CALLER, Kind.DAILY_LIMIT, 0, http == 0 ? 400 : http);
    }
    if ((mayBeTheAccount && say(ErrorWords::areOfCredits))
        || ((mayBeTheAccount || status == 403) && say(ErrorWords::areOfEmptyAccount))) {
      return isOfProvidersLimit()
          ? ofProvider(402)
          : diagnosis(Speaker.GATEWAY_OF_CALLER, Kind.CREDITS, 0, http == 0 ? 402 : http);
    }
    if ((http == 0 || status == 400) && say(ErrorWords::areOfWrongKey)) {
      return diagnosis(Speaker.GATEWAY_OF_CALLER, Kind.KEY, 0, http == 0 ? 401 : http);
    }
    Kind kind = kindOfRequest(status);
    if (kind != Kind.STATUS) {
      return diagnosis(speaker, kind, 0, http);
    }
    if (status == 429 || (status == 413 && "rate_limit_exceeded".equals(said.code()))) {
      return diagnosis(
          isOfProvidersLimit() || say(ErrorWords::areOfOverload) ? Speaker.PROVIDER : speaker,
          Kind.RATE_LIMIT,
          0,
          status);
    }
    boolean mayBeTheModel = status == 400 || status == 401 || status == 403;
    if (status == 404 || (mayBeTheModel && say(ErrorWords::areOfUnknownModel))) {
      return diagnosis(speaker, Kind.NOT_FOUND, 0, http == 0 ? 404 : http);
    }
    boolean mayBeTheRequest = status == 400 || status == 422;
    if (mayBeTheRequest && say(ErrorWords::areOfFailedModel)) {
      return diagnosis(Speaker.PROVIDER, Kind.PROVIDER, 0, http == 0 ? 502 : http);
    }
    if ((mayBeTheRequest || status == 500) && say(ErrorWords::areOfUnfitModel)) {
      return diagnosis(speaker, Kind.UNFIT_MODEL, 0, status);
    }
    if (status == 498 && say(ErrorWords::areOfOverload)) {
      return diagnosis(Speaker.PROVIDER, Kind.RATE_LIMIT, 0, status);
    }
    if (http == 0 && status == 504 && say(ErrorWords::areOfTimeout)) {
      return diagnosis(Speaker.PROVIDER, Kind.TIMEOUT, 0, 504);
    }
    return diagnosis(speaker, kind, 0, status);
  }

  /** Whether what is used up is not the caller's. */
  private boolean isOfProvidersLimit() {
    return "upstream".equalsIgnoreCase(head.scope())
        || "PROVIDER_RATE_LIMITED".equals(said.code())
        || "provider_rate_limit".equals(said.limit())
        || isOfNamedProvider();
  }

  private boolean isOfNamedProvider() {
    return said.providerMessage() != null || said.provider() != null;
  }

  private Diagnosis diagnosis(Speaker speaker, Kind kind, int upstream, int status) {
    Duration wait = head.retryAfter() == null ? said.retryAfter() : head.retryAfter();
    if (wait == null && text.said() != null) {
      wait = text.said().retryAfter();
    }
    if (wait == null && said.resetsAt() != null && said.resetsAt().isAfter(now)) {
      wait = Duration.between(now, said.resetsAt());
    }
    if (wait == null && (kind == Kind.RATE_LIMIT || isBusy(status) || isBusy(upstream))) {
      wait = inWords();
    }
    boolean mayReset = kind == Kind.DAILY_LIMIT || (kind == Kind.RATE_LIMIT && wait == null);
    Duration reset = mayReset ? ResetWords.in(said.message(), now) : null;
    return new Diagnosis(
        speaker,
        kind,
        status == 0 ? statusOf(kind, upstream) : status,
        upstream,
        reset == null ? wait : reset,
        said);
  }

  private static boolean isBusy(int status) {
    return status == 429 || status == 503 || status == 529;
  }

  private @Nullable Duration inWords() {
    String inner = text.said() == null ? null : text.said().message();
    for (@Nullable String sentence :
        new @Nullable String[] {inner, said.providerMessage(), said.message()}) {
      Duration wait = sentence == null ? null : RetryWords.in(sentence);
      if (wait != null) {
        return wait;
      }
    }
    return null;
  }

  /** The status of an error inside a good response. */
  private static int statusOf(Kind kind, int upstream) {
    return switch (kind) {
      case CONTEXT_WINDOW, CONTENT_POLICY, GATEWAY_DEFECT, DAILY_LIMIT, UNFIT_MODEL -> 400;
      case MODEL_GONE -> 410;
      case NOT_FOUND -> 404;
      case RATE_LIMIT -> 429;
      case CREDITS -> 402;
      case KEY -> 401;
      case TIMEOUT -> 504;
      case PROVIDER, PROVIDER_ACCOUNT -> 502;
      case STATUS -> upstream;
    };
  }
}
