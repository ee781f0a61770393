package dev.gatewayz.internal.request;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.BadGatewayException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells the error that says that a model does not take a form of {@code response_format} from all
 * others, those among them that find fault with the schema.
 */
public final class FormRefusal {
  /** What is refused, as servers name it. */
  private static final String FORM =
      "(?:response[_ ]?formats?(?:\\.type)?|output[_ ](?:config\\.)?format|json[_ ]schema|json[_ ]object|json mode"
          + "|structured[_ ]outputs?)";

  /** What may stand between the parts of such a name. */
  private static final String QUOTES = "[\\s\\\\\"'`“”‘’:=.{}]{0,6}";

  /** The form with words that add nothing: 'response_format' of type 'json_schema'. */
  private static final String NAME =
      FORM
          + "(?:"
          + QUOTES
          + "(?:"
          + FORM
          + "|of|type|value|response|parameter|param|field|option|argument|feature|mode|with|set to|as|this"
          + "|is|are|currently|yet)\\b){0,8}"
          + QUOTES;

  private static final String ABLE =
      "(?:supported|available|enabled|implemented|permitted|allowed)";

  private static final Pattern REFUSAL =
      Pattern.compile(
          // … does not support 'json_schema' response format
          "(?:does|do) ?n[o'’]t (?:\\w+ )?support "
              + QUOTES
              + "(?:the |this |any )?(?:\\w+ )?"
              + QUOTES
              + NAME
              + "(?!\\w|"
              + QUOTES
              + "(?:keyword|propert|construct|definition))"
              // 'response_format' of type 'json_schema' is not supported, unavailable
              + "|\\b"
              + NAME
              + "(?:not (?:yet |currently )?"
              + ABLE
              + "|un(?:supported|available)|extra inputs are not permitted)"
              // response_format value as json_schema is enabled only for api versions …
              + "|\\b"
              + NAME
              + "(?:(?:enabled|supported|available) only|only (?:enabled|supported|available)) "
              // JSON mode cannot be combined with tool calling
              + "|\\b"
              + NAME
              + "can ?not be (?:combined|used) "
              // Function calling with a response mime type: 'application/json' is unsupported
              + "|\\bresponse mime type"
              + QUOTES
              + "application/json"
              + QUOTES
              + "is (?:unsupported|not supported)"
              // Unknown parameter: 'response_format', unsupported response_format type
              + "|(?:unknown|unsupported|unrecognized|unexpected)"
              + " (?:(?:request |keyword )?(?:parameter|argument|field|option|value)s?"
              + "(?: supplied)?)?"
              + QUOTES
              + FORM
              + "(?![\\w.])"
              // 'json_schema' is not one of ['text', 'json_object']
              + "|\\bjson_(?:schema|object)"
              + QUOTES
              + "is not one of"
              // Invalid value: 'json_schema'. Supported values are: 'json_object' and 'text'.
              + "|invalid value"
              + QUOTES
              + "json_(?:schema|object)"
              + QUOTES
              + "supported values"
              // 'response_format.type' must be 'json_schema' or 'text'
              + "|\\bresponse_format[._]type"
              + QUOTES
              + "(?:(?:value )?must be|input should be)\\b"
              + "|invalid value for"
              + QUOTES
              + "response_format[._]type\\b",
          Pattern.CASE_INSENSITIVE);

  private FormRefusal() {}

  /** Whether the form was refused. */
  static boolean isOne(ApiException failure) {
    return isSaid(failure, FormRefusal::says);
  }

  /** Whether a request was refused in such words. */
  static boolean isSaid(ApiException failure, Predicate<String> words) {
    int status =
        failure instanceof BadGatewayException gateway
            ? gateway.upstreamStatus()
            : failure.status();
    return (status == 400 || status == 422)
        && (words.test(failure.error().message())
            || failure.error().fields().stream().anyMatch(words)
            || words.test(failure.error().body()));
  }

  /** Whether these are words that refuse a form. */
  public static boolean says(String text) {
    return REFUSAL.matcher(text).find();
  }
}
