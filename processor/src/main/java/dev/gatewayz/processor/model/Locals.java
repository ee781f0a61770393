package dev.gatewayz.processor.model;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names for variables of generated code, none of which is taken. */
public final class Locals {
  private final Set<String> taken = new HashSet<>();

  /** Reserves a name. */
  public void take(String name) {
    taken.add(name);
  }

  /** A name for one element of what {@code label} names: {@code ticker} for {@code tickers}. */
  public String element(String label) {
    String last = last(label);
    boolean isPlural = last.length() > 3 && last.endsWith("s") && !last.endsWith("ss");
    return free(isPlural ? last.substring(0, last.length() - 1) : "item");
  }

  /** A name for the value that {@code label} names. */
  public String value(String label) {
    return free(last(label));
  }

  /** That name, or one like it that is free. */
  public String free(String wanted) {
    String name = SourceVersion.isName(wanted, SourceVersion.RELEASE_17) ? wanted : "value";
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + i;
    }
    return free;
  }

  private static String last(String label) {
    return label.substring(label.lastIndexOf('.') + 1);
  }
}
