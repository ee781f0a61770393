package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.wire.ErrorBody;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the words of an error are about, whoever speaks. What stands in quotation marks is mentioned
 * and not said, so it does not count.
 */
final class ErrorWords {
  private static final Pattern QUOTED =
      Pattern.compile("(?<!\\w)\"[^\"]*\"(?!\\w)|(?<!\\w)'[^']*'(?!\\w)");

  private static final Set<String> CONTENT_POLICY_CODES =
      Set.of(
          "content_policy",
          "content_policy_violation",
          "content_policy_violation_error",
          "content_filter",
          "content_filtered",
          "moderation_blocked",
          "data_inspection_failed",
          "datainspectionfailed",
          "responsibleaipolicyviolation",
          "sensitive_content_detected",
          "sensitivecontentdetected",
          "inputtextsensitivecontentdetected",
          "outputtextsensitivecontentdetected",
          "prohibited_content",
          "hooks_failed");
  private static final Pattern CONTENT_POLICY =
      any(
          "(?<!\\w)content_policy_violation(?!\\w)",
          "(?:triggered|due to|by)\\b.{0,30}\\bcontent[ _]filter",
          "content[ _]filter(?:ing)? (?:policy|triggered|blocked)",
          "content management policy",
          "\\b(?:input|prompt|content|request|messages?|output|response) (?:was|were|has been) flagged",
          "violat\\w+\\b.{0,40}\\b(?:usage|content|safety|use)\\b.{0,10}\\b(?:polic|guideline)",
          "rejected (?:as a result of|by) (?:our|the) (?:safety|content|moderation)",
          "blocked by (?:the |our )?(?:content|safety|moderation|guardrail)",
          "(?:prompt|response|input|output) was blocked",
          "inappropriate content(?!.type)",
          "\\bContentPolicyViolationError\\b",
          // DeepSeek, Moonshot, Vertex, Zhipu
          "^content exists risk",
          "considered high risk",
          "\\bcontains sensitive words\\b",
          "(?:不安全或敏感|敏感)内容");
  private static final Pattern BLOCK_REASON =
      Pattern.compile("\\bblock_?reason\\b(?!\\W{0,4}(?:None|null))", Pattern.CASE_INSENSITIVE);

  private static final Set<String> MODEL_GONE_CODES =
      Set.of(
          "model_deprecated",
          "model_decommissioned",
          "model_retired",
          "model_gone",
          "model_end_of_life");
  private static final Pattern MODEL_GONE =
      any(
          "\\bmodels?\\b.{0,120}\\b(?:has|is|was) (?:been )?"
              + "(?:decommissioned|deprecated(?: and|, learn)|retired|discontinued|shut down|sunset"
              + "|no longer (?:available|supported|served))",
          "\\bmodel\\b.{0,60}\\breached (?:the |its )?end of (?:its )?life",
          "\\bmodel (?:version )?is marked (?:by provider )?as legacy",
          "^\\S{3,100} has been (?:decommissioned|retired|discontinued|sunset)\\b");
  private static final Set<String> MODEL_UNKNOWN_CODES =
      Set.of(
          "model_not_found",
          "model_not_exist",
          "invalid_model",
          "unknown_model",
          "unavailable_model",
          "key_model_access_denied",
          "team_model_access_denied",
          "user_model_access_denied",
          "org_model_access_denied");
  private static final Pattern MODEL_UNKNOWN =
      any(
          "^No (?:provider found for model|endpoints found)\\b",
          "\\bis not a valid model(?: id| name)?\\b",
          "^(?:unknown|invalid) model(?: name| id| identifier)?(?=:| passed|\\.|$)",
          "^(?:(?:the|this|requested) )?model(?: [^\\s,;]{1,120})? (?:does not|doesn't|not) exist\\b",
          "^(?:(?:the|this|requested) )?models?[ /][^\\s,;]{1,120} (?:is |was )?not found\\b",
          "^unable to access model\\b",
          "\\bmodel identifier is invalid\\b",
          "^unavailable model\\b",
          "^no models? loaded\\b",
          "^(?:key|team|user|organi[sz]ation|org|project) not allowed to access model\\b",
          "\\b(?:does not|do not|don['’]t) have access to (?:the )?model\\b");
  private static final Pattern UNFIT_MODEL =
      any(
          "\\b(?:does not|doesn['’]t) support (?:tools?|tool (?:use|calls?|calling)|functions?(?: calls?| calling)?"
              + "|(?:image|audio|video|file|vision|multi-?modal)(?: inputs?)?|images)(?:$|[.,:;]| in\\b)",
          "\\bis not a multi-?modal model\\b",
          "\\b(?:image|audio|video|file) inputs? (?:is|are) not supported\\b",
          "^at most 0 (?:image|audio|video)");
  private static final Set<String> FAILED_MODEL_CODES =
      Set.of("tool_use_failed", "json_validate_failed", "output_parse_failed");
  private static final Pattern FAILED_MODEL =
      any(
          "^failed to (?:generate JSON|call a function)\\b",
          "^tool call validation failed\\b",
          "^the model has crashed\\b");

  private static final Pattern TIMED_OUT =
      any(
          "\\b(?:request|read|read operation|operation|response|provider|upstream|generation|stream)"
              + "(?: has| call)? timed out\\b",
          "\\b(?:APITimeoutError|ReadTimeout|ReadTimeoutError)\\b",
          "^upstream (?:request|idle) timeout");
  private static final Pattern OVERLOAD =
      any(
          "\\b(?:model|server|engine|service|system|provider|api|we are|is)\\b"
              + ".{0,30}\\boverloaded\\b",
          "^overloaded\\.?$",
          "\\bexperiencing high (?:demand|load|traffic)\\b",
          "\\bserver overload\\b",
          "\\bcapacity exceeded\\b",
          "\\b(?:at|over|out of|no) capacity\\b");
  private static final Pattern RATE_LIMIT =
      any(
          "^rate.?limit",
          "rate.?limit(?:s|ed)?\\b.{0,40}\\b(?:reached|exceeded|hit)",
          "\\bexceed\\w*\\b.{0,40}\\brate.?limit",
          "\\brate.?limited\\b",
          "too many requests");
  private static final Pattern INSUFFICIENT_CREDITS = any("^(?:\\d{3}: )?insufficient credits\\b");
  private static final Set<String> EMPTY_ACCOUNT_CODES =
      Set.of(
          "insufficient_quota",
          "insufficient_user_quota",
          "insufficient_credits",
          "insufficient_balance",
          "exceeded_current_quota_error",
          "billing_hard_limit_reached",
          "billing_not_active",
          "billing_error",
          "budget_exceeded",
          "accountoverdueerror",
          "arrearage");
  private static final Pattern EMPTY_ACCOUNT =
      any(
          "\\bcredit balance is too low\\b",
          "\\binsufficient (?:account )?(?:balance|funds)\\b",
          "\\byou have insufficient credits\\b",
          "\\brequires more credits\\b",
          "\\bused all (?:available |your )?credits\\b",
          "\\bbilling hard limit\\b",
          "\\baccount is not active, please check your billing",
          "^budget has been exceeded\\b",
          "\\b(?:account )?balance is insufficient\\b",
          "\\boverdue balance\\b",
          "余额不足");
  private static final Set<String> WRONG_KEY_CODES =
      Set.of("invalid_api_key", "api_key_invalid", "invalid_x_api_key");
  private static final Pattern WRONG_KEY =
      any("^(?:incorrect api key provided|api key not valid|invalid x?-?api.?key)\\b");
  private static final Pattern DAILY_LIMIT =
      any("^(?:\\d{3}: )?(?:hourly|daily|weekly|monthly) usage limit (?:exceeded|reached)\\b");
  private static final Pattern GATEWAY_DEFECT =
      any("(?:^|: )(?:\\d+ )?validation errors? for Internal[A-Z]");
  private static final Pattern WRONG_CALL = any("\\bgot an unexpected keyword argument\\b");
  private static final Pattern PROVIDER_ACCOUNT =
      any("(?:^|[.:] )[\\w-]+(?: [\\w-]+){0,2} authentication error\\.?$");

  private final String sentences;
  private final String raw;
  private final @Nullable String code;
  private final @Nullable String type;

  private ErrorWords(String raw, @Nullable String code, @Nullable String type) {
    this.raw = raw;
    this.sentences = QUOTED.matcher(unquoted(raw.strip())).replaceAll("_");
    this.code = code == null ? null : code.toLowerCase(Locale.ROOT);
    this.type = type == null ? null : type.toLowerCase(Locale.ROOT);
  }

  /** A text that is quoted as a whole is said all the same. */
  private static String unquoted(String text) {
    boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }

  /** The words of a body that speaks for itself. */
  static ErrorWords of(ErrorBody said) {
    return new ErrorWords(said.message(), said.code(), said.type());
  }

  /** The words of a sentence. */
  static ErrorWords of(String sentence) {
    return new ErrorWords(sentence, null, null);
  }

  private static Pattern any(String... alternatives) {
    return Pattern.compile(
        String.join("|", alternatives), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  private boolean say(Pattern pattern) {
    return pattern.matcher(sentences).find();
  }

  private boolean name(Set<String> codes) {
    return (code != null && codes.contains(code)) || (type != null && codes.contains(type));
  }

  /** Whether prompt and answer do not fit the model. */
  boolean areOfContextWindow() {
    return name(ContextWindowWords.CODES) || ContextWindowWords.areIn(sentences);
  }

  /** Whether the provider refuses the content. */
  boolean areOfContentPolicy() {
    return name(CONTENT_POLICY_CODES) || say(CONTENT_POLICY);
  }

  /** Whether the provider, asked for a reason, names one for which it has blocked the prompt. */
  boolean nameBlockReason() {
    return BLOCK_REASON.matcher(raw).find();
  }

  /** Whether the model has been withdrawn. */
  boolean areOfGoneModel() {
    return name(MODEL_GONE_CODES) || say(MODEL_GONE);
  }

  /** Whether there is no such model. */
  boolean areOfUnknownModel() {
    return name(MODEL_UNKNOWN_CODES) || say(MODEL_UNKNOWN);
  }

  /** Whether the model does not take what the request has: tools, images, sounds. */
  boolean areOfUnfitModel() {
    return say(UNFIT_MODEL);
  }

  /** Whether the model has written what the server could not read, or broke down. */
  boolean areOfFailedModel() {
    return name(FAILED_MODEL_CODES) || say(FAILED_MODEL);
  }

  /** Whether somebody waited in vain. */
  boolean areOfTimeout() {
    return say(TIMED_OUT);
  }

  /** Whether there were too many requests. */
  boolean areOfRateLimit() {
    return say(RATE_LIMIT);
  }

  /** Whether the account is empty. */
  boolean areOfCredits() {
    return say(INSUFFICIENT_CREDITS);
  }

  /** Whether the account is empty, in words that are about nothing else, whatever the status. */
  boolean areOfEmptyAccount() {
    return name(EMPTY_ACCOUNT_CODES) || say(EMPTY_ACCOUNT);
  }

  /** Whether the key is wrong. */
  boolean areOfWrongKey() {
    return name(WRONG_KEY_CODES) || say(WRONG_KEY);
  }

  /** Whether there is more to do than can be done. */
  boolean areOfOverload() {
    return say(OVERLOAD);
  }

  /** Whether the account has used up its day. */
  boolean areOfDailyLimit() {
    return say(DAILY_LIMIT);
  }

  /** Whether the gateway did not understand itself. */
  boolean areOfGatewayDefect() {
    return say(GATEWAY_DEFECT);
  }

  /** Whether the gateway did not know how to call the provider. */
  boolean areOfWrongCall() {
    return say(WRONG_CALL);
  }

  /** Whether the provider did not take the gateway's key. */
  boolean areOfProviderAccount() {
    return name(Set.of("provider_authentication_error")) || say(PROVIDER_ACCOUNT);
  }
}
