package dev.gatewayz.processor.read;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a documentation comment, without its markup. */
final class Javadoc {
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(\\w+)");
  private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+)\\s*");
  private static final Pattern BLOCK_MARKUP =
      Pattern.compile("(?i)</?(p|br|li|ul|ol|dl|dt|dd|pre|h[1-6]|table|tr|td)\\b[^>]*>");
  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#[xX]?)?(\\w+);");

  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("amp", "&"),
          Map.entry("nbsp", " "),
          Map.entry("ensp", " "),
          Map.entry("emsp", " "),
          Map.entry("thinsp", " "),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("hellip", "\u2026"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("laquo", "\u00ab"),
          Map.entry("raquo", "\u00bb"),
          Map.entry("bull", "\u2022"),
          Map.entry("middot", "\u00b7"),
          Map.entry("deg", "\u00b0"),
          Map.entry("plusmn", "\u00b1"),
          Map.entry("times", "\u00d7"),
          Map.entry("divide", "\u00f7"),
          Map.entry("le", "\u2264"),
          Map.entry("ge", "\u2265"),
          Map.entry("ne", "\u2260"),
          Map.entry("euro", "\u20ac"),
          Map.entry("pound", "\u00a3"),
          Map.entry("sect", "\u00a7"),
          Map.entry("copy", "\u00a9"),
          Map.entry("reg", "\u00ae"),
          Map.entry("trade", "\u2122"),
          Map.entry("larr", "\u2190"),
          Map.entry("rarr", "\u2192"));

  private final String comment;
  private final Optional<Javadoc> inherited;

  /**
   * The words of a comment.
   *
   * @param inherited the comment of what is overridden, which {@code {@inheritDoc}} stands for
   */
  Javadoc(String comment, Optional<Javadoc> inherited) {
    this.comment = comment;
    this.inherited = inherited;
  }

  /** What stands before the first tag; without any, what is inherited. */
  String text() {
    String text = plain(comment.substring(0, nextTag(0)), inherited.map(Javadoc::text));
    return text.isEmpty() ? inherited.map(Javadoc::text).orElse("") : text;
  }

  /** What is said of a parameter. */
  Optional<String> parameter(String name) {
    Optional<String> above = inherited.flatMap(doc -> doc.parameter(name));
    Pattern wanted = Pattern.compile("\\s*@param\\s+" + Pattern.quote(name) + "\\s");
    for (int start = nextTag(0); start < comment.length(); start = nextTag(start + 1)) {
      Matcher tag = wanted.matcher(comment).region(start, comment.length());
      if (tag.lookingAt()) {
        return Optional.of(plain(comment.substring(tag.end(), nextTag(tag.end())), above))
            .filter(text -> !text.isEmpty())
            .or(() -> above);
      }
    }
    return above;
  }

  /** Where the next line begins that starts with a tag; a tag inside of braces is text. */
  private int nextTag(int from) {
    Matcher tag = BLOCK_TAG.matcher(comment);
    int start = from;
    while (tag.find(start)) {
      if (tag.start() >= from && depth(tag.start()) == 0) {
        return tag.start();
      }
      start = tag.end();
    }
    return comment.length();
  }

  /** How many inline tags are open. */
  private int depth(int end) {
    int depth = 0;
    for (int i = 0; i < end; i++) {
      char c = comment.charAt(i);
      if (c == '{' && (depth > 0 || comment.startsWith("{@", i))) {
        depth++;
      } else if (c == '}' && depth > 0) {
        depth--;
      }
    }
    return depth;
  }

  private static String plain(String text, Optional<String> inherited) {
    StringBuilder words = new StringBuilder();
    Matcher tag = INLINE_TAG.matcher(text);
    int done = 0;
    while (tag.find(done)) {
      int end = close(text, tag.start());
      words.append(prose(text.substring(done, tag.start())));
      String content = text.substring(Math.min(tag.end(), end), end);
      words.append(
          switch (tag.group(1)) {
            case "inheritDoc" -> inherited.orElse("");
            case "code", "literal" -> content;
            default -> prose(content);
          });
      done = Math.min(text.length(), end + 1);
    }
    words.append(prose(text.substring(done)));
    return words.toString().replaceAll("\\s+", " ").strip();
  }

  /** The brace that closes a tag; the end of a text that does not close it. */
  private static int close(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** Text outside of tags that quote code, where markup and entities have a meaning. */
  private static String prose(String text) {
    String words = BLOCK_MARKUP.matcher(text).replaceAll(" ");
    words = MARKUP.matcher(words).replaceAll("");
    return ENTITY.matcher(words).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
  }

  private static String character(MatchResult entity) {
    String name = entity.group(2);
    if (entity.group(1) == null) {
      return ENTITIES.getOrDefault(name, entity.group());
    }
    try {
      int point = Integer.parseInt(name, entity.group(1).length() == 2 ? 16 : 10);
      return Character.isValidCodePoint(point) ? Character.toString(point) : entity.group();
    } catch (NumberFormatException e) {
      return entity.group();
    }
  }
}
