package dev.gatewayz.internal.template;

/** Knows how other template languages say what Mustache says differently. */
public final class Dialects {
  private static final String NAMES =
      "A tag holds one name, of letters, digits, \"_\" and \"-\" with dots between them. For braces"
          + " as text, change the delimiters first: {{=<% %>=}}";

  private Dialects() {}

  /** What to write instead of a tag that holds no name. */
  static String advice(Tag tag) {
    String content = tag.content();
    if (content.isEmpty()) {
      return "Write a name between the delimiters.";
    }
    String[] words = content.split("\\s+", 2);
    if (words.length == 2 && tag.sigil() == '#' && Name.parse(words[1]).isPresent()) {
      String name = words[1];
      return switch (words[0]) {
        case "if", "with" -> "Write {{#" + name + "}}...{{/" + name + "}}.";
        case "unless" -> "Write {{^" + name + "}}...{{/" + name + "}}.";
        case "each", "for" ->
            "Write {{#" + name + "}}...{{/" + name + "}}, and {{.}} for each element.";
        default -> NAMES;
      };
    }
    if (content.startsWith("../")) {
      return "Names from outside are visible inside a section: write {{"
          + content.substring(content.lastIndexOf('/') + 1)
          + "}}.";
    }
    if (content.startsWith("@")) {
      return "Mustache has no loop variables. Put what you need into the elements.";
    }
    return NAMES;
  }

  /** What to write instead of a name that only another language knows; empty if none does. */
  public static String advice(Name name) {
    String first = name.isDot() ? "" : name.parts().get(0);
    if (first.equals("this")) {
      String rest = name.toString().substring("this".length());
      return "Write {{" + (rest.isEmpty() ? "." : rest.substring(1)) + "}}.";
    }
    if (first.equals("else")) {
      return "Close the section and open its opposite: {{/x}}{{^x}}...{{/x}}.";
    }
    return "";
  }
}
