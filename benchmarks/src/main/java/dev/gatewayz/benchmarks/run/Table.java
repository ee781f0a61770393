package dev.gatewayz.benchmarks.run;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table that grows row by row. */
public final class Table {
  private final List<String[]> rows = new ArrayList<>();

  /** A table with these headings. */
  public Table(String... headings) {
    rows.add(headings);
  }

  /** Adds a row. */
  public void row(String... cells) {
    rows.add(cells);
  }

  /** Prints it. */
  public void print() {
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      StringBuilder line = new StringBuilder("|");
      StringBuilder rule = new StringBuilder("|");
      for (int i = 0; i < columns; i++) {
        String cell = rows.get(r)[i];
        line.append(' ').append(cell).append(" ".repeat(widths[i] - cell.length())).append(" |");
        rule.append(" ").append("-".repeat(widths[i])).append(" |");
      }
      System.out.println(line);
      if (r == 0) {
        System.out.println(rule);
      }
    }
    System.out.println();
  }
}
