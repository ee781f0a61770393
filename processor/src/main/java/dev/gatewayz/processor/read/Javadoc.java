package dev.gatewayz.processor.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a documentation comment, without its markup. */
final class Javadoc {
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(\\w+)");
  private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s*([^{}]*)\\}");
  private static final Pattern BLOCK_MARKUP =
      Pattern.compile("(?i)</?(p|br|li|ul|ol|dl|dt|dd|pre|h[1-6]|table|tr|td)\\b[^>]*>");
  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^>]*>");

  private final String comment;

  Javadoc(String comment) {
    this.comment = comment;
  }

  /** What stands before the first tag. */
  String text() {
    Matcher tag = BLOCK_TAG.matcher(comment);
    return plain(tag.find() ? comment.substring(0, tag.start()) : comment);
  }

  /** What is said of a parameter. */
  Optional<String> parameter(String name) {
    Matcher tag =
        Pattern.compile("(?m)^\\s*@param\\s+" + Pattern.quote(name) + "\\s").matcher(comment);
    if (!tag.find()) {
      return Optional.empty();
    }
    String rest = comment.substring(tag.end());
    Matcher next = BLOCK_TAG.matcher(rest);
    return Optional.of(plain(next.find() ? rest.substring(0, next.start()) : rest))
        .filter(text -> !text.isEmpty());
  }

  private static String plain(String text) {
    String words = BLOCK_MARKUP.matcher(text).replaceAll(" ");
    words = MARKUP.matcher(words).replaceAll("");
    words = INLINE_TAG.matcher(words).replaceAll("$1");
    words =
        words
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
    return words.replaceAll("\\s+", " ").strip();
  }
}
