package dev.gatewayz.internal.override;

import dev.gatewayz.internal.binding.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes overrides as text: lines that begin with {@code @@} say whose template follows,
 * and the last one how many prompts there are and what all before it comes to, so that a part of a
 * file is not taken for all of it.
 */
public final class OverrideFile {
  private static final String MARK = "@@";
  private static final Pattern PROMPT =
      Pattern.compile("@@ prompt ([A-Za-z0-9_.$-]+)(?: share ([0-9.]+))?");
  private static final Pattern ROLE = Pattern.compile("@@ (user|system)");
  private static final Pattern END = Pattern.compile("@@ end ([0-9]+) ([0-9a-f]+)");

  private final String place;
  private final Map<String, TemplateOverride> byId = new LinkedHashMap<>();
  private final StringBuilder whole = new StringBuilder();
  private final List<String> lines = new ArrayList<>();
  private final Map<String, OverrideText> texts = new TreeMap<>();
  private @Nullable String id;
  private double share;
  private @Nullable String role;
  private int start;

  private OverrideFile(String place) {
    this.place = place;
  }

  /**
   * The overrides of a text.
   *
   * @param place what errors call it
   * @throws IllegalArgumentException if it is not whole, or is none
   */
  public static Map<String, TemplateOverride> read(String place, String text) {
    return new OverrideFile(place).read(text);
  }

  /** The same as text. */
  public static String write(Map<String, TemplateOverride> overrides) {
    StringBuilder out = new StringBuilder();
    new TreeMap<>(overrides)
        .forEach(
            (id, override) -> {
              out.append("@@ prompt ").append(id);
              if (override.share() != 1) {
                out.append(" share ").append(override.share());
              }
              out.append('\n');
              override.byRole().forEach((role, text) -> write(role, text.text(), out));
            });
    return out + end(overrides.size(), out.toString()) + "\n";
  }

  private static void write(String role, String text, StringBuilder out) {
    out.append("@@ ").append(role).append('\n');
    for (String line : text.split("\n", -1)) {
      out.append(line.startsWith(MARK) ? "@" + line : line).append('\n');
    }
  }

  private static String end(int count, String before) {
    return "@@ end " + count + " " + Digest.ofFile(before);
  }

  private Map<String, TemplateOverride> read(String text) {
    String[] all = (text.startsWith("\ufeff") ? text.substring(1) : text).split("\r?\n", -1);
    for (int i = 0; i < all.length; i++) {
      Matcher end = END.matcher(all[i]);
      if (end.matches()) {
        finish(i + 1);
        require(all[i]);
        rest(all, i + 1);
        return byId;
      }
      line(all[i], i + 1);
      whole.append(all[i]).append('\n');
    }
    throw new IllegalArgumentException(
        place
            + " is not whole: it has no closing line \"@@ end ...\". If nothing is missing, its last"
            + " line must be \""
            + closing(all)
            + "\".");
  }

  /** The closing line that would fit. */
  private String closing(String[] all) {
    finish(all.length);
    int extra = all[all.length - 1].isEmpty() ? 1 : 0;
    return end(byId.size(), whole.substring(0, whole.length() - extra));
  }

  private void require(String line) {
    String right = end(byId.size(), whole.toString());
    if (!line.equals(right)) {
      throw new IllegalArgumentException(
          place
              + " has changed, or lost lines, since it was closed: its last line is \""
              + line
              + "\". If nothing is missing, write \""
              + right
              + "\".");
    }
  }

  private void rest(String[] all, int from) {
    for (int i = from; i < all.length; i++) {
      if (!all[i].isBlank()) {
        throw wrong(i + 1, "Nothing may follow the closing line.");
      }
    }
  }

  private void line(String line, int number) {
    Matcher prompt = PROMPT.matcher(line);
    Matcher ofRole = ROLE.matcher(line);
    if (prompt.matches()) {
      finish(number);
      id = prompt.group(1);
      share = prompt.group(2) == null ? 1 : share(prompt.group(2), number);
      if (byId.containsKey(id)) {
        throw wrong(number, "There is another override for the prompt " + id + ".");
      }
    } else if (ofRole.matches() && id != null) {
      endText();
      role = ofRole.group(1);
      start = number;
      if (texts.containsKey(role)) {
        throw wrong(number, "There is another " + role + " template for the prompt " + id + ".");
      }
    } else if (line.startsWith(MARK) && !line.startsWith("@@@")) {
      throw wrong(
          number,
          "\""
              + line
              + "\" is no line of its own. Write \"@@ prompt <id>\", \"@@ prompt <id> share 0.2\","
              + " \"@@ user\", \"@@ system\" or \"@@ end ...\"; before a line of a template that"
              + " begins with \"@@\" write one more \"@\".");
    } else if (role != null) {
      lines.add(line.startsWith(MARK) ? line.substring(1) : line);
    } else if (!line.isBlank()) {
      throw wrong(number, "This line belongs to no template. Write \"@@ user\" before it.");
    }
  }

  private double share(String text, int number) {
    try {
      return Shares.require(Double.parseDouble(text));
    } catch (IllegalArgumentException e) {
      throw wrong(number, "The share " + text + " is no number from 0 to 1.");
    }
  }

  private void finish(int number) {
    endText();
    if (id != null) {
      if (texts.isEmpty()) {
        throw wrong(number, "There is no template for the prompt " + id + ". Write \"@@ user\".");
      }
      byId.put(id, new TemplateOverride(id, share, texts));
    }
    texts.clear();
    id = null;
  }

  private void endText() {
    if (role != null) {
      texts.put(role, new OverrideText(place, start, String.join("\n", lines)));
    }
    role = null;
    lines.clear();
  }

  private IllegalArgumentException wrong(int line, String what) {
    return new IllegalArgumentException(place + ":" + line + ": " + what);
  }
}
