package dev.gatewayz.sample.desk;

import dev.gatewayz.sample.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The files of the page: these, and no others. */
final class Assets {
  private static final String OWN = "/page/";
  private static final String WEBJARS = "/META-INF/resources/webjars/";

  /** The address of each file, and where it is on the class path. */
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("/", OWN + "index.html"),
          Map.entry("/desk.css", OWN + "desk.css"),
          Map.entry("/desk.js", OWN + "desk.js"),
          Map.entry("/stream.js", OWN + "stream.js"),
          Map.entry("/charts.js", OWN + "charts.js"),
          Map.entry("/markdown.js", OWN + "markdown.js"),
          Map.entry("/theme.js", OWN + "theme.js"),
          Map.entry("/icon.svg", OWN + "icon.svg"),
          Map.entry("/lib/pico.css", WEBJARS + "picocss__pico/2.1.1/css/pico.classless.min.css"),
          Map.entry("/lib/uplot.css", WEBJARS + "uplot/1.6.30/dist/uPlot.min.css"),
          Map.entry("/lib/uplot.js", WEBJARS + "uplot/1.6.30/dist/uPlot.iife.min.js"),
          Map.entry("/lib/marked.js", WEBJARS + "marked/17.0.1/lib/marked.umd.js"),
          Map.entry("/lib/purify.js", WEBJARS + "dompurify/3.3.3/dist/purify.min.js"));

  private Assets() {}

  static void addTo(Routes routes) {
    FILES.forEach(
        (address, file) -> {
          String type = typeOf(file);
          byte[] bytes = read(file);
          routes.get(address, (request, exchange) -> exchange.file(type, bytes));
        });
  }

  private static String typeOf(String file) {
    return switch (file.substring(file.lastIndexOf('.'))) {
      case ".html" -> "text/html; charset=utf-8";
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      case ".svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException(file);
    };
  }

  private static byte[] read(String file) {
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
