package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.request.FormRefusal;
import dev.gatewayz.internal.request.SchemaRefusal;
import dev.gatewayz.internal.wire.ErrorBody;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A member of the request that a model or server does not take, though the request would be good
 * without it. Found only where an error says just that: one that only mentions a parameter, or
 * finds its value wrong, refuses none.
 *
 * @param name the wire name, as in {@code max_tokens}
 * @param instead the wire name that the server wants in its place, {@code null} if it names none
 */
record RefusedParameter(String name, @Nullable String instead) {
  /** What the form of an answer is asked for with. */
  private static final String RESPONSE_FORMAT = "response_format";

  private static final Set<String> CODES =
      Set.of("unsupported_parameter", "unsupported_value", "unknown_parameter");

  /** Without these there is no request. */
  private static final Set<String> NEEDED = Set.of("model", "messages", "stream");

  /** Nothing quoted stands before: then it is the sentence that speaks. */
  private static final String START = "^(?:[^'\"`]{0,100}[ :.])?";

  private static final String NAME = "['\"`]?(?<name>[A-Za-z_][\\w.]*\\w)['\"`]?";

  private static final String USE = "\\bUse ['\"`]?(?<instead>\\w+)['\"`]? instead";

  /** What a model may refuse, where nothing but the name tells that it is a parameter. */
  private static final String KNOWN =
      "['\"`]?(?<name>temperature|top_[pk]|max_tokens|stop|seed|logprobs|logit_bias|presence_penalty"
          + "|frequency_penalty|reasoning_effort|parallel_tool_calls|stream_options)\\b['\"`]?";

  private static final List<Pattern> REFUSALS =
      List.of(
          // OpenAI and Azure
          refusal("Unsupported parameter(?:\\(s\\))?: " + NAME + "(?:.{0,80}" + USE + ")?"),
          refusal("Unsupported value: " + NAME + " does not support\\b"),
          refusal("(?:Unrecognized|Unknown) request arguments? supplied: " + NAME),
          refusal("Unknown (?:parameter|name|field|argument):? " + NAME),
          // Groq, Cerebras
          refusal("property " + NAME + " is unsupported"),
          // Mistral, Fireworks, vLLM and others that are written with pydantic
          Pattern.compile("^(?:body[.:])?" + NAME + ": Extra inputs are not permitted"),
          refusal("Extra inputs are not permitted, field: " + NAME),
          refusal("got an unexpected keyword argument " + NAME),
          // Anthropic, xAI, DeepSeek and others
          refusal("(?:Argument|Parameter) not supported(?: on this model)?: " + NAME),
          refusal("(?:parameter|argument) " + NAME + " is not supported"),
          refusal("does not support (?:the )?(?:parameter:? )" + NAME),
          Pattern.compile(
              "^"
                  + NAME
                  + " is (?:deprecated|not supported|unsupported) (?:for|by|with|on)"
                  + " (?:this|the) model"),
          Pattern.compile(
              "^"
                  + KNOWN
                  + " is not (?:supported|permitted|allowed)\\b(?:\\.|$)(?:.{0,20}"
                  + USE
                  + ")?",
              Pattern.CASE_INSENSITIVE),
          refusal("does not support (?:the |setting )?" + KNOWN),
          // Moonshot: invalid temperature: only 1 is allowed for this model
          refusal("invalid " + KNOWN + ": only \\d[\\d.]* is allowed"),
          // Anthropic: `temperature` and `top_p` cannot both be specified for this model
          Pattern.compile(
              "^['\"`]?\\w+['\"`]? and " + KNOWN + " can ?not both be (?:specified|set|used)",
              Pattern.CASE_INSENSITIVE),
          // LiteLLM: openai does not support parameters: ['seed']
          refusal("does not support parameters: [\\[{(]" + NAME),
          refusal("Extra inputs are not permitted: " + NAME),
          refusal("Additional properties are not allowed \\(" + NAME + " was unexpected"));

  private static Pattern refusal(String words) {
    return Pattern.compile(START + words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** The parameter that a body refuses, {@code null} if it refuses none. */
  static @Nullable RefusedParameter of(ErrorBody said) {
    String field = said.fields().size() == 1 ? said.fields().get(0) : null;
    String reason = said.providerMessage() == null ? said.message() : said.providerMessage();
    return of(reason, said.code(), field);
  }

  private static @Nullable RefusedParameter of(
      String message, @Nullable String code, @Nullable String field) {
    ErrorText text = ErrorText.of(message, true);
    ErrorBody inner = text.said();
    if (inner != null && inner.message().length() < message.length()) {
      return of(inner);
    }
    String sentence = text.rest();
    if (FormRefusal.says(sentence) || SchemaRefusal.says(sentence)) {
      return new RefusedParameter(RESPONSE_FORMAT, null);
    }
    for (Pattern refusal : REFUSALS) {
      Matcher matcher = refusal.matcher(sentence);
      if (matcher.find()) {
        String instead = refusal.pattern().contains(USE) ? matcher.group("instead") : null;
        return new RefusedParameter(topLevel(matcher.group("name")), instead);
      }
    }
    boolean isNamed = code != null && CODES.contains(code.toLowerCase(Locale.ROOT));
    return isNamed && field != null && field.matches("[\\w.]+") && !NEEDED.contains(field)
        ? new RefusedParameter(topLevel(field), null)
        : null;
  }

  private static String topLevel(String name) {
    String inside = name.startsWith("body.") ? name.substring("body.".length()) : name;
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }

  /** What to write so that it is not sent. */
  String advice() {
    String without = "CallOptions.builder().extra(\"" + name + "\", null)";
    return switch (name) {
      case "auto_web_search" ->
          "This server does not know auto_web_search: take it back with"
              + " Gatewayz.builder().extra(\"auto_web_search\", null).";
      case RESPONSE_FORMAT ->
          "The model does not take this form of answer: take another model, or leave the form out"
              + " with "
              + without
              + ".";
      default ->
          instead == null
              ? "Leave " + name + " out with " + attribute() + without + ", or take another model."
              : "Leave "
                  + name
                  + " out and set "
                  + instead
                  + " with "
                  + without
                  + ".extra(\""
                  + instead
                  + "\", \"…\").";
    };
  }

  /** How a prompt leaves it out, where its interface has an attribute for it. */
  private String attribute() {
    return switch (name) {
      case "temperature", "stop", "n", "seed", "user" -> unset(name);
      case "top_p" -> unset("topP");
      case "max_tokens" -> unset("maxTokens");
      case "frequency_penalty" -> unset("frequencyPenalty");
      case "presence_penalty" -> unset("presencePenalty");
      case "reasoning_effort" -> unset("reasoningEffort");
      default -> "";
    };
  }

  private static String unset(String attribute) {
    return "unset = \"" + attribute + "\" on the prompt or ";
  }
}
