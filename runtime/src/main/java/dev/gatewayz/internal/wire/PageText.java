package dev.gatewayz.internal.wire;

import java.util.regex.Pattern;

/** What a reader sees of an HTML page that a proxy sends in place of an error. */
final class PageText {
  /** No more of a text that nobody has made for this is shown. */
  static final int MAX_LENGTH = 500;

  /** What is for the browser alone, remarks, and tags. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "<(style|script)\\b.*?(?:</\\1\\s*>|$)|<!--.*?(?:-->|$)|</?[a-z!][^>]*(?:>|$)|&nbsp;",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private PageText() {}

  /** The words of a text that is a page; other text as it is. */
  static String of(String text) {
    return isPage(text) ? words(text) : text;
  }

  /** The words of a page, or the text itself, cut to a length that can be read. */
  static String words(String text) {
    String words = UNSEEN.matcher(text).replaceAll(" ");
    words = SPACE.matcher(words).replaceAll(" ").strip();
    words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return words.substring(0, Math.min(MAX_LENGTH, words.length()));
  }

  private static boolean isPage(String text) {
    return text.regionMatches(true, 0, "<html", 0, 5) || text.regionMatches(true, 0, "<!doc", 0, 5);
  }
}
