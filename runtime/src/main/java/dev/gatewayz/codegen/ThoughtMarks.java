package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.ThoughtPatterns;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks with which models part their thoughts from the answer, and others that carry no
 * meaning, in one text. Used by one thread, from the beginning of the text to its end.
 */
final class ThoughtMarks {
  private static final Pattern OTHER =
      Pattern.compile(
          "</?[a-z_][a-z0-9_:-]{0,40}>|<[|｜][^<>]{0,40}[|｜]>", Pattern.CASE_INSENSITIVE);

  private static final Pattern FENCE = Pattern.compile("`{3,9}(?:[a-z0-9+-]{1,20}(?=\\s))?|`");

  private final String text;
  private final Matcher begin;
  private final Matcher end;
  private final Matcher other;
  private final Matcher fence;

  /** The next end of thoughts behind {@link #endKnownFrom}. */
  private int nextEnd = -1;

  private int endKnownFrom;

  /** The next word behind {@link #wordKnownFrom}. */
  private int nextWord = -1;

  private int wordKnownFrom;

  ThoughtMarks(String text) {
    this.text = text;
    begin = ThoughtPatterns.BEGIN.matcher(text);
    end = ThoughtPatterns.END.matcher(text);
    other = OTHER.matcher(text);
    fence = FENCE.matcher(text);
  }

  /** The place behind the mark that begins thoughts here; -1 if there is none. */
  int afterBegin(int at) {
    return canBegin(text.charAt(at)) ? after(begin, at) : -1;
  }

  /** The place behind the mark that ends thoughts here, or begins the answer; -1 if none does. */
  int afterEnd(int at) {
    return canBegin(text.charAt(at)) ? after(end, at) : -1;
  }

  /** Whether the mark that was just gone behind begins the answer itself. */
  boolean beginsAnswer() {
    return end.group("answer") != null;
  }

  /** The place behind a mark here that means nothing; -1 if there is none. */
  int afterOther(int at) {
    char c = text.charAt(at);
    return c == '`' ? after(fence, at) : c == '<' ? after(other, at) : -1;
  }

  private static boolean canBegin(char c) {
    return c == '<' || c == '[' || c == '◁' || c == 'a' || c == 'A';
  }

  private int after(Matcher mark, int at) {
    return mark.region(at, text.length()).lookingAt() ? mark.end() : -1;
  }

  /** Where the next mark is that ends thoughts or begins the answer; the text's end if none is. */
  int nextEnd(int from) {
    if (nextEnd < from || from < endKnownFrom) {
      endKnownFrom = from;
      nextEnd = end.region(from, text.length()).find() ? end.start() : text.length();
    }
    return nextEnd;
  }

  /** Where the next character is that is neither white space nor part of a mark. */
  int nextWord(int from) {
    if (nextWord >= from && from >= wordKnownFrom) {
      return nextWord;
    }
    int at = from;
    while (at < text.length()) {
      int next = LooseJson.isSpace(text.charAt(at)) ? at + 1 : afterMark(at);
      if (next < 0) {
        break;
      }
      at = next;
    }
    wordKnownFrom = from;
    nextWord = at;
    return at;
  }

  private int afterMark(int at) {
    int after = afterOther(at);
    return after < 0 ? afterEnd(at) : after;
  }
}
