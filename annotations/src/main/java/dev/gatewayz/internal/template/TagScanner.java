package dev.gatewayz.internal.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the tags of a template, one after the other. Knows the delimiters, not the meaning. */
final class TagScanner {
  private final Source source;
  private final String text;
  private final List<Fault> faults;
  private String open = "{{";
  private String close = "}}";
  private int position;

  TagScanner(Source source, List<Fault> faults) {
    this.source = source;
    this.text = source.text();
    this.faults = faults;
  }

  void delimiters(String open, String close) {
    this.open = open;
    this.close = close;
  }

  /** How a tag with this inside is written here. */
  String tag(String inside) {
    return open + inside + close;
  }

  /** The next tag that is closed, or {@code null} if there is none. */
  @Nullable Tag next() {
    while (true) {
      int start = text.indexOf(open, position);
      if (start < 0) {
        return null;
      }
      int inside = start + open.length();
      int first = skipBlanks(inside);
      char sigil = first < text.length() ? text.charAt(first) : ' ';
      if (!isSigil(sigil)) {
        sigil = Tag.VARIABLE;
      } else {
        inside = first + 1;
      }
      String end = terminator(sigil);
      int stop = text.indexOf(end, inside);
      int nested = stop < 0 ? -1 : nestedOpen(sigil, inside, stop);
      if (stop >= 0 && nested < 0) {
        position = stop + end.length();
        return new Tag(
            sigil == '{' ? Tag.VARIABLE : sigil,
            text.substring(inside, stop).strip(),
            new Span(start, position));
      }
      unclosed(start, inside, end);
    }
  }

  private void unclosed(int start, int inside, String end) {
    int lineEnd = text.indexOf('\n', inside);
    int again = text.indexOf(open, inside);
    int to = text.length();
    if (lineEnd >= 0) {
      to = lineEnd;
    }
    if (again >= 0) {
      to = Math.min(to, again);
    }
    Span span = new Span(start, Math.max(inside, to));
    faults.add(new Fault(TemplateMessage.UNCLOSED_TAG, span, List.of(source.quote(span), end)));
    position = again >= 0 ? again : text.length();
  }

  /** A tag that opens inside another shows that the first was never closed. */
  private int nestedOpen(char sigil, int inside, int stop) {
    if (sigil == '!' || sigil == '=' || open.equals(close)) {
      return -1;
    }
    int nested = text.indexOf(open, inside);
    return nested < stop ? nested : -1;
  }

  private String terminator(char sigil) {
    return switch (sigil) {
      case '{' -> "}" + close;
      case '=' -> "=" + close;
      default -> close;
    };
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSigil(char c) {
    return switch (c) {
      case '!', '#', '^', '/', '>', '&', '=', '{' -> true;
      default -> false;
    };
  }
}
