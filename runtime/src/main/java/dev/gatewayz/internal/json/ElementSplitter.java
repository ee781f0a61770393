package dev.gatewayz.internal.json;

import java.util.function.Consumer;

/**
 * Cuts the elements out of a list while its JSON arrives: each is handed on as soon as its last
 * character is there. The list is the document itself, or the first list in the object that is;
 * whatever stands before is skipped, and thoughts are, which may hold drafts. What turns out to
 * have been a thought when elements of it were handed on leaves no list. Keeps no more than the
 * element that is not yet whole. Not thread-safe.
 */
public final class ElementSplitter {

  private enum State {
    /** Before the document. */
    BEFORE,
    /** In thoughts. */
    THOUGHTS,
    /** In the object around the list. */
    WRAPPER,
    /** In the list, between elements. */
    BETWEEN,
    /** In an element that is an object or a list. */
    NESTED,
    /** In an element that is text. */
    TEXT,
    /** In an element that is a number or a word. */
    WORD,
    /** Behind the list. */
    AFTER,
    /** Behind a mark that makes the list a thought, if another answer follows. */
    AFTER_THOUGHTS,
    /** In another answer. */
    WITHDRAWN
  }

  /** The one mark in brackets that begins thoughts, as an element. */
  private static final String THINK = "THINK";

  private final StringBuilder element = new StringBuilder();
  private final ThoughtWatch watch = new ThoughtWatch();
  private State state = State.BEFORE;
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean isFirst = true;

  /** Takes the next piece of the document in. */
  public void feed(String piece, Consumer<String> onElement) {
    for (int i = 0; i < piece.length() && state != State.WITHDRAWN; i++) {
      next(piece.charAt(i), onElement);
    }
  }

  /** Whether the list has ended. */
  public boolean isComplete() {
    return state == State.AFTER || state == State.AFTER_THOUGHTS;
  }

  private void next(char c, Consumer<String> onElement) {
    switch (state) {
      case BEFORE -> {
        if (watch.begins(c)) {
          state = State.THOUGHTS;
        } else if (c == '[') {
          state = State.BETWEEN;
        } else if (c == '{') {
          state = State.WRAPPER;
        }
      }
      case THOUGHTS -> state = watch.ends(c) ? State.BEFORE : State.THOUGHTS;
      case WRAPPER -> wrapper(c);
      case BETWEEN -> between(c);
      case NESTED -> {
        element.append(c);
        if (!isInString(c)) {
          depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
          if (depth == 0) {
            end(onElement);
          }
        }
      }
      case TEXT -> {
        element.append(c);
        if (!isInString(c)) {
          end(onElement);
        }
      }
      case WORD -> {
        if (c == ']' && isFirst && THINK.contentEquals(element)) {
          element.setLength(0);
          state = State.THOUGHTS;
        } else if (c == ',' || c == ']' || Character.isWhitespace(c)) {
          end(onElement);
          between(c);
        } else {
          element.append(c);
        }
      }
      case AFTER -> state = watch.ends(c) ? State.AFTER_THOUGHTS : State.AFTER;
      case AFTER_THOUGHTS -> {
        if (c == '[' || c == '{') {
          state = State.WITHDRAWN;
        }
      }
      case WITHDRAWN -> {}
    }
  }

  /** Thoughts may have begun without a mark, and with a bracket. */
  private void wrapper(char c) {
    if (isInString(c)) {
      return;
    }
    if (watch.ends(c)) {
      state = State.BEFORE;
    } else if (c == '[') {
      state = State.BETWEEN;
    }
  }

  private void between(char c) {
    if (c == ']') {
      state = State.AFTER;
    } else if (c == '{' || c == '[') {
      element.append(c);
      depth = 1;
      state = State.NESTED;
    } else if (c == '"') {
      element.append(c);
      isInString(c);
      state = State.TEXT;
    } else if (c != ',' && !Character.isWhitespace(c)) {
      element.append(c);
      state = State.WORD;
    }
  }

  /** Follows strings; returns whether the character, a closing quote excepted, belongs to one. */
  private boolean isInString(char c) {
    if (!inString) {
      inString = c == '"';
      return inString;
    }
    if (escaped) {
      escaped = false;
    } else if (c == '\\') {
      escaped = true;
    } else if (c == '"') {
      inString = false;
      return false;
    }
    return true;
  }

  private void end(Consumer<String> onElement) {
    String whole = element.toString();
    isFirst = false;
    element.setLength(0);
    state = State.BETWEEN;
    onElement.accept(whole);
  }
}
