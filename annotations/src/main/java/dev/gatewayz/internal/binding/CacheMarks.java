package dev.gatewayz.internal.binding;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks how far the beginning of a request is the same in every call, so that a provider may keep
 * it: behind the tools, the system message, the examples and the head of the user message, each if
 * nothing before it changes. These four are as many marks as a request may have.
 *
 * <p>A provider keeps only what stands before the first byte that changes, so constant text behind
 * that is counted and reported.
 */
public final class CacheMarks {
  /** Shorter text is not worth a mark of its own inside a message, nor a warning. */
  public static final int LARGE = 1_000;

  private static final String TEXT = "{\"type\":\"text\",\"text\":\"";

  /** What marks the end of what is to be kept. */
  public static final String MARK = "\"cache_control\":{\"type\":\"ephemeral\"}";

  private final boolean wanted;
  private boolean changed;
  private boolean marked;
  private String firstChange = "";
  private int lost;

  /** Marks for a prompt, if they are wanted. */
  CacheMarks(boolean wanted) {
    this.wanted = wanted;
  }

  /** How many of these messages, one after the other, are the same in every call. */
  int constant(List<List<Step>> messages) {
    int count = 0;
    while (!changed && count < messages.size() && isConstant(messages.get(count))) {
      count++;
    }
    return count;
  }

  /**
   * The value of {@code content} for a message: a text, or parts if there is a mark.
   *
   * @param text what writes its text
   * @param marksEnd whether it is to be marked at its end, if all of it is constant
   */
  List<Step> content(List<Step> text, boolean marksEnd) {
    List<Step> result = new ArrayList<>();
    if (markedHead(text, marksEnd) > 0) {
      result.add(new Step.Raw("["));
      result.addAll(parts(text, marksEnd));
      result.add(new Step.Raw("]"));
      return result;
    }
    result.add(new Step.Raw("\""));
    result.addAll(text);
    result.add(new Step.Raw("\""));
    count(text);
    return result;
  }

  /** The same as the elements of a list of parts. */
  List<Step> parts(List<Step> text, boolean marksEnd) {
    int head = markedHead(text, marksEnd);
    List<Step> result = new ArrayList<>();
    result.add(new Step.Raw(TEXT));
    if (head > 0) {
      marked = true;
      result.addAll(text.subList(0, head));
      result.add(new Step.Raw("\"," + MARK + "}"));
      if (head < text.size()) {
        result.add(new Step.Raw("," + TEXT));
      }
    }
    if (head < text.size()) {
      result.addAll(text.subList(head, text.size()));
      result.add(new Step.Raw("\"}"));
    }
    count(text);
    return result;
  }

  /** How many steps there are before the mark in a message; 0 if it gets none. */
  private int markedHead(List<Step> text, boolean marksEnd) {
    List<Step> head = head(text);
    int length = length(head);
    boolean isWorthIt = head.size() == text.size() ? marksEnd : length >= LARGE;
    return wanted && !changed && length > 0 && isWorthIt ? head.size() : 0;
  }

  /** Notes that something comes in between that may differ from call to call. */
  void change(String name) {
    if (!changed) {
      changed = true;
      firstChange = name;
    }
  }

  /** How much can be kept. */
  BoundMessages.Caching caching() {
    return new BoundMessages.Caching(marked, firstChange, lost);
  }

  private void count(List<Step> text) {
    for (Step step : text) {
      if (!(step instanceof Step.Write write)) {
        change(step instanceof Step.Show show ? "{{" + show.label() + "}}" : "a section");
      } else if (changed) {
        lost += write.text().length();
      }
    }
  }

  private static boolean isConstant(List<Step> text) {
    return head(text).size() == text.size();
  }

  private static List<Step> head(List<Step> text) {
    int end = 0;
    while (end < text.size() && text.get(end) instanceof Step.Write) {
      end++;
    }
    return text.subList(0, end);
  }

  private static int length(List<Step> head) {
    return head.stream().mapToInt(step -> ((Step.Write) step).text().strip().length()).sum();
  }
}
