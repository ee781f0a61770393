package dev.gatewayz.internal.template;

/**
 * Everything there is to say about templates, with codes from the catalogue of the compiler, where
 * each has the same name.
 */
public enum TemplateMessage {
  UNKNOWN_NAME(2001, "No %s named \"%s\" for %s."),
  UNKNOWN_PROPERTY(2002, "\"%s\" is %s, which has no property \"%s\"."),
  BLANK(2004, "The %s is blank. Write what the model is to do."),
  UNCLOSED_TAG(2005, "The tag %s is never closed. Close it with %s."),
  UNCLOSED_SECTION(2006, "The section %s is never closed. Close it with %s."),
  WRONG_CLOSE(2007, "%s closes nothing: the open section is %s. Write %s."),
  UNOPENED(2008, "%s closes nothing: no section is open here. Open it with %s, or remove the tag."),
  BAD_NAME(2009, "%s does not name a value. %s"),
  BAD_DELIMITERS(
      2010, "%s does not set delimiters. Write two without spaces or \"=\", as in {{=<%% %%>=}}."),
  NO_TEXT(2011, "%s is %s, which has no text of its own. %s"),
  NULLABLE(
      2012,
      "\"%1$s\" may be null here. Put %2$s inside {{#%1$s}}...{{/%1$s}}, or remove @Nullable."),
  NO_SECTION(2013, "%s cannot open a section: \"%s\" is %s. %s"),
  NEVER_RENDERED(
      2014,
      false,
      "%s is never rendered, because \"%s\" is %s and always there. Remove the section, or make the"
          + " value @Nullable or Optional."),
  DOT_OUTSIDE(
      2015, "%s stands for the value of a section, and there is none around it. Name a parameter."),
  NAMELESS_PARAMETERS(
      2016,
      "The parameters of \"%s\" have no names in its class file, so no template can use them."
          + " Compile \"%s\" with -parameters, or annotate its parameters with @Var."),
  TOO_DEEP(2019, "%s stands inside more than %s sections. Flatten the template."),
  TOO_LARGE(2020, "\"%s\" has more than %s tags. Split it."),
  UNTRUSTED_IN_SYSTEM(
      3005,
      "The untrusted parameter \"%1$s\" must not stand in a system message. Move it to the user's"
          + " message, or allow it with untrustedInSystem = \"%1$s\"."),
  NO_JSON(3007, "%s cannot be written as JSON: it is %s."),
  NOT_A_VALUE(3002, "\"%s\" is %s, which is no text. %s"),
  ENDLESS_PARTIAL(
      6006, "%s includes itself without end. Put it inside a section that ends some day."),
  FILE_NOT_FOUND(6003, "There is no template file \"%s\"."),
  FILE_PATH(
      6005,
      "\"%s\" is no path to a template file. Write it from the root of the resources, with \"/\""
          + " between folders and without \"..\"."),
  FILE_UNREADABLE(6004, "The template file \"%s\" cannot be read: %s.");

  private final int number;
  private final boolean isError;
  private final String text;

  TemplateMessage(int number, String text) {
    this(number, true, text);
  }

  TemplateMessage(int number, boolean isError, String text) {
    this.number = number;
    this.isError = isError;
    this.text = text;
  }

  /** The number in its code: 2001 for {@code GZ2001}. */
  public int number() {
    return number;
  }

  /** Whether the template cannot be used. */
  public boolean isError() {
    return isError;
  }

  /** The text with its holes. */
  public String text() {
    return text;
  }
}
