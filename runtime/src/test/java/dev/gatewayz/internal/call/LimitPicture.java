package dev.gatewayz.internal.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** A picture of the adaptive limit, drawn from what the simulation measures; and its table. */
final class LimitPicture {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final int LEFT = 50;
  private static final int TOP = 40;
  private static final int WIDTH = 660;
  private static final int HEIGHT = 220;
  private static final int SECONDS = 120;
  private static final int MOST = 80;

  private LimitPicture() {}

  /** The state of the world at one moment. */
  private record Moment(double second, int capacity, int limit, double answered, double refused) {}

  /** A gateway that takes 64 at once, then 24, then nothing, then 64 again. */
  private static List<Moment> story() {
    Simulation world = new Simulation(64);
    Simulation.Client client = world.new Client(8, 512);
    client.keep("", 1_000);
    List<Moment> moments = new ArrayList<>();
    long step = SECOND / 2;
    for (long at = 0; at < SECONDS * SECOND; at += step) {
      long second = at / SECOND;
      world.capacity = second < 40 ? 64 : second < 70 ? 24 : second < 80 ? 0 : 64;
      world.startCounting();
      world.run(step);
      moments.add(
          new Moment(
              (at + step) / (double) SECOND,
              world.capacity,
              client.queue.limit(),
              world.answered * (double) SECOND / step,
              world.refused * (double) SECOND / step));
    }
    return moments;
  }

  /** The picture, the same whenever it is drawn. */
  static String svg() {
    List<Moment> story = story();
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 740 310" font-family="sans-serif" \
        font-size="12" role="img" aria-label="The adaptive limit follows what a gateway takes">
        <rect width="740" height="310" fill="#ffffff"/>
        <text x="50" y="20" font-size="14">A gateway takes 64 requests at once, then 24, then none, \
        then 64: the limit follows</text>
        """);
    for (int tick = 0; tick <= MOST; tick += 16) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>"
                  + "<text x=\"42\" y=\"%.1f\" text-anchor=\"end\">%d</text>%n",
              LEFT,
              LEFT + WIDTH,
              y(tick),
              y(tick),
              y(tick) + 4,
              tick));
    }
    for (int tick = 0; tick <= SECONDS; tick += 20) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d s</text>%n",
              x(tick),
              TOP + HEIGHT + 18,
              tick));
    }
    line(svg, story, "#999999", "stroke-dasharray=\"6 4\"", Moment::capacity);
    line(svg, story, "#c0392b", "", moment -> Math.min(moment.refused(), MOST));
    line(svg, story, "#1f5fa8", "stroke-width=\"2\"", moment -> Math.min(moment.limit(), MOST));
    legend(svg, 50, "#999999", "what the gateway takes at once");
    legend(svg, 275, "#1f5fa8", "limit of the client");
    legend(svg, 440, "#c0392b", "requests turned away in a second");
    return svg.append("</svg>\n").toString().replace("\r\n", "\n");
  }

  private static void legend(StringBuilder svg, int x, String colour, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"290\" width=\"14\" height=\"4\" fill=\"%s\"/>"
                + "<text x=\"%d\" y=\"297\">%s</text>%n",
            x,
            colour,
            x + 20,
            text));
  }

  private static void line(
      StringBuilder svg,
      List<Moment> story,
      String colour,
      String more,
      ToDoubleFunction<Moment> value) {
    svg.append("<polyline fill=\"none\" stroke=\"" + colour + "\" " + more + " points=\"");
    for (Moment moment : story) {
      svg.append(
          String.format(
              Locale.ROOT, "%.1f,%.1f ", x(moment.second()), y(value.applyAsDouble(moment))));
    }
    svg.append(String.format(Locale.ROOT, "\"/>%n"));
  }

  private static double x(double second) {
    return LEFT + WIDTH * second / SECONDS;
  }

  private static double y(double value) {
    return TOP + HEIGHT * (1 - value / MOST);
  }

  /**
   * How much of a limit is used when it is shared by clients that know nothing of each other, and
   * how many requests are turned away for each that is answered: lines of a table.
   */
  static String table() {
    StringBuilder table = new StringBuilder();
    for (int[] world : new int[][] {{64, 1}, {64, 4}, {512, 1}, {512, 4}, {2048, 8}}) {
      Simulation gateway = new Simulation(world[0]);
      for (int i = 0; i < world[1]; i++) {
        gateway.new Client(8, 1024).keep("", 1_100);
      }
      gateway.run(30 * SECOND);
      gateway.startCounting();
      gateway.run(30 * SECOND);
      double used = gateway.utilization(30 * SECOND);
      double answersPerSecond = gateway.answered / 30.0;
      table.append(
          String.format(
              Locale.ROOT,
              "| %,d | %d | %.0f %% | %.1f %% | %,.0f | %.1f |%n",
              world[0],
              world[1],
              100 * used,
              100.0 * gateway.refused / gateway.answered,
              answersPerSecond,
              1e8 / answersPerSecond / 3600));
    }
    return table.toString().replace("\r\n", "\n");
  }
}
