package dev.gatewayz.internal.request;

import dev.gatewayz.error.ApiException;
import java.util.regex.Pattern;

/**
 * Tells the error that says that the schema of an answer is more than a server can hold a model to:
 * too deep, too long, with too many members, values or states. Another schema may be taken, and the
 * same one in words.
 */
public final class SchemaRefusal {
  /** What is too much, as servers name it. */
  private static final String SCHEMA =
      "(?:(?:json[_ ]?)?schemas?|response[_ ]?formats?|grammars?|structured[_ ]outputs?|constraint)";

  /** What there may be too many of. */
  private static final String PARTS =
      "(?:propert|parameter|field|level|layer|enum|value|character|definition|state|branch|union|rule|token"
          + "|depth|nest|size|length|complexity|limit)";

  private static final Pattern TOO_MUCH =
      Pattern.compile(
          // Schema is too complex for compilation, the compiled grammar is too large
          "\\b"
              + SCHEMA
              + "[\\s\"'`:.]{1,3}(?:\\w+[\\s\"'`]{1,3}){0,6}too (?:complex|complicated|large|big|long|deep"
              + "|deeply|nested)\\b"
              // Schemas contains too many optional parameters, a constraint that has too many
              // states
              + "|\\b"
              + SCHEMA
              + "\\b[^.]{0,80}\\btoo many (?:\\w+ ){0,3}"
              + PARTS
              // Too many properties in the schema
              + "|\\btoo many (?:\\w+ ){0,3}"
              + PARTS
              + "[^.]{0,60}\\b"
              + SCHEMA
              + "\\b"
              // Invalid schema for response_format 'n': 11 levels of nesting exceeds limit of 10
              + "|\\b"
              + SCHEMA
              + "\\b.{0,120}\\b(?:"
              + PARTS
              + "\\w*|\\d+)\\b[^.]{0,60}\\bexceed(?:s|ed|ing)?\\b"
              // A schema in the request exceeds the maximum allowed nesting depth
              + "|\\b"
              + SCHEMA
              + "\\b[^.]{0,80}\\bexceed(?:s|ed|ing)? (?:\\w+[\\s-]){0,4}"
              + PARTS
              // Expected at most 1000 enum values in total within a schema
              + "|\\bat most \\d+ (?:\\w+ ){1,4}(?:in total )?(?:\\w+ ){0,3}"
              + SCHEMA
              + "\\b"
              // Grammar compilation timed out
              + "|\\b(?:grammar|schema) compilation (?:timed out|took too long)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Whose schema another form of the answer leaves as it is. */
  private static final Pattern OF_TOOL =
      Pattern.compile(
          "\\bschema (?:for|of) (?:the )?(?:function|tool)|\\bfunction_?declaration|\\binput_schema"
              + "|\\btools?[.\\[]\\w|\\btool schema (?:is|has|exceeds)",
          Pattern.CASE_INSENSITIVE);

  private SchemaRefusal() {}

  /** Whether the schema was refused. */
  static boolean isOne(ApiException failure) {
    return FormRefusal.isSaid(failure, SchemaRefusal::says);
  }

  /** Whether these are words that find a schema too much. */
  public static boolean says(String text) {
    return TOO_MUCH.matcher(text).find() && !OF_TOOL.matcher(text).find();
  }
}
