package dev.gatewayz.internal.json;

/**
 * Reads an object while its JSON arrives, and tells of each part as soon as it is there: of text
 * character by character, of everything else once it is whole. The object is the first in the
 * document; whatever stands before is skipped, and thoughts are. Each character is looked at once.
 * Where what comes is not JSON, or not what is expected, nothing more is told: whoever reads the
 * whole document finds out why. Not thread-safe.
 */
public final class IncrementalJson {

  /** How a value is told of. */
  public enum Form {
    /** Its parts, as they come. Of a text, a list or an object only. */
    PARTS,
    /** All of its JSON, once it is there. */
    WHOLE,
    /** Not at all. */
    NONE,
    /** It does not belong there. */
    UNFIT
  }

  /** Is told what comes. */
  public interface Parts {

    /** Whether anything of the object is known. */
    boolean isKnown();

    /** What came was none of the answer; another object may come. */
    void restart();

    /** A value begins with that character; tells how to read it. */
    Form begin(char first);

    /** The value with the name begins next; returns whether it may. */
    boolean name(String name);

    /** More of the text. */
    void text(CharSequence source, int start, int end);

    /** The value that was told of by its parts has ended. */
    void end();

    /** The whole value; returns whether it belongs there. */
    boolean whole(String json);
  }

  private enum State {
    /** Before the object. */
    BEFORE,
    /** In thoughts. */
    THOUGHTS,
    /** In an object, before a name or its end. */
    MEMBER,
    /** In a name. */
    NAME,
    /** Behind a name. */
    COLON,
    /** Before a value. */
    VALUE,
    /** In a list, before a value or its end. */
    ELEMENT,
    /** Behind a value. */
    BEHIND,
    /** In a text that is told of as it comes. */
    TEXT,
    /** In an object, a list or a text that is told of once it is whole. */
    NESTED,
    /** In a number or a word. */
    WORD,
    /** Behind the object. */
    AFTER,
    /** In something that does not fit. */
    LOST
  }

  private static final int MAX_DEPTH = 200;

  private final Parts parts;
  private final ThoughtWatch watch = new ThoughtWatch();
  private final StringBuilder open = new StringBuilder();
  private final StringBuilder held = new StringBuilder();
  private final TextEscapes escapes = new TextEscapes();
  private State state = State.BEFORE;

  /** Whether what is held is wanted, or only its end. */
  private boolean holds;

  private int depth;
  private boolean inString;
  private boolean escaped;

  /** A reader that tells of what it reads. */
  public IncrementalJson(Parts parts) {
    this.parts = parts;
  }

  /** Takes the next piece of the document in. */
  public void feed(String piece) {
    int at = 0;
    while (at < piece.length()) {
      if ((state == State.TEXT || state == State.NAME) && !escapes.areOpen()) {
        int end = plain(piece, at);
        if (end > at) {
          text(piece, at, end);
          at = end;
          continue;
        }
      }
      next(piece.charAt(at));
      at++;
    }
  }

  /** Whether the object has ended. */
  public boolean isComplete() {
    return state == State.AFTER;
  }

  /** The end of the characters from {@code start} on that stand for themselves in a text. */
  private static int plain(String piece, int start) {
    int end = start;
    while (end < piece.length() && piece.charAt(end) != '"' && piece.charAt(end) != '\\') {
      end++;
    }
    return end;
  }

  private void text(CharSequence source, int start, int end) {
    if (state == State.NAME) {
      held.append(source, start, end);
    } else {
      parts.text(source, start, end);
    }
  }

  private void next(char c) {
    switch (state) {
      case BEFORE -> {
        if (watch.begins(c)) {
          state = State.THOUGHTS;
        } else if (c == '{') {
          value(c);
        }
      }
      case THOUGHTS -> state = watch.ends(c) ? State.BEFORE : State.THOUGHTS;
      case AFTER, LOST -> {
        if (watch.ends(c)) {
          restart();
        }
      }
      case TEXT, NAME -> quoted(c);
      case NESTED -> nested(c);
      case WORD -> word(c);
      default -> between(c);
    }
  }

  /** A character between values. */
  private void between(char c) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      return;
    }
    switch (state) {
      case MEMBER -> {
        if (c == '"') {
          held.setLength(0);
          state = State.NAME;
        } else {
          close(c, '}');
        }
      }
      case COLON -> {
        if (c == ':') {
          state = State.VALUE;
        } else {
          lose(c);
        }
      }
      case ELEMENT -> {
        if (c == ']') {
          close(c, ']');
        } else {
          value(c);
        }
      }
      case VALUE -> value(c);
      default -> behind(c);
    }
  }

  private void behind(char c) {
    boolean inObject = open.charAt(open.length() - 1) == '{';
    if (c == ',') {
      state = inObject ? State.MEMBER : State.ELEMENT;
    } else {
      close(c, inObject ? '}' : ']');
    }
  }

  private void close(char c, char bracket) {
    if (c != bracket) {
      lose(c);
      return;
    }
    open.setLength(open.length() - 1);
    state = open.isEmpty() ? State.AFTER : State.BEHIND;
    parts.end();
  }

  private void value(char c) {
    Form form = open.length() == MAX_DEPTH ? Form.UNFIT : parts.begin(c);
    if (form == Form.UNFIT || c == '}' || c == ']' || c == ',' || c == ':') {
      lose(c);
    } else if (form == Form.PARTS) {
      begin(c);
    } else {
      held.setLength(0);
      holds = form == Form.WHOLE;
      hold(c);
      depth = c == '{' || c == '[' ? 1 : 0;
      inString = c == '"';
      state = depth > 0 || inString ? State.NESTED : State.WORD;
    }
  }

  private void begin(char c) {
    if (c == '"') {
      state = State.TEXT;
    } else {
      open.append(c);
      state = c == '{' ? State.MEMBER : State.ELEMENT;
    }
  }

  private void quoted(char c) {
    if (escapes.areOpen()) {
      switch (escapes.add(c)) {
        case OPEN -> {}
        case WHOLE -> text(escapes.decoded(), 0, 1);
        case NONE -> lose(c);
      }
    } else if (c == '\\') {
      escapes.open();
    } else if (state == State.TEXT) {
      state = State.BEHIND;
      parts.end();
    } else if (parts.name(held.toString())) {
      state = State.COLON;
    } else {
      lose(c);
    }
  }

  private void nested(char c) {
    hold(c);
    if (inString) {
      inString = escaped || c != '"';
      escaped = !escaped && c == '\\';
    } else if (c == '"') {
      inString = true;
    } else {
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }
    if (depth == 0 && !inString) {
      whole(c);
    }
  }

  private void word(char c) {
    if (c == ',' || c == '}' || c == ']' || c <= ' ') {
      whole(c);
      if (state == State.BEHIND) {
        between(c);
      }
    } else {
      hold(c);
    }
  }

  private void hold(char c) {
    if (holds) {
      held.append(c);
    }
  }

  private void whole(char c) {
    if (holds && !parts.whole(held.toString())) {
      lose(c);
    } else {
      state = State.BEHIND;
    }
  }

  /** A brace in a sentence begins no object, and the object may still come. */
  private void lose(char c) {
    watch.add(c);
    if (state == State.MEMBER && open.length() == 1 && !parts.isKnown()) {
      restart();
    } else {
      state = State.LOST;
    }
  }

  private void restart() {
    open.setLength(0);
    held.setLength(0);
    escapes.close();
    escaped = false;
    state = State.BEFORE;
    parts.restart();
  }
}
