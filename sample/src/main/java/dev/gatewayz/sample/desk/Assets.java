package dev.gatewayz.sample.desk;

import dev.gatewayz.sample.http.Routes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** The files of the page: these, and no others. */
final class Assets {
  private static final String OWN = "/page/";

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
          Map.entry("/lib/pico.css", webJar("picocss__pico", "css/pico.classless.min.css")),
          Map.entry("/lib/uplot.css", webJar("uplot", "dist/uPlot.min.css")),
          Map.entry("/lib/uplot.js", webJar("uplot", "dist/uPlot.iife.min.js")),
          Map.entry("/lib/marked.js", webJar("marked", "lib/marked.umd.js")),
          Map.entry("/lib/purify.js", webJar("dompurify", "dist/purify.min.js")));

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

  /** The path of a file of a WebJar, which has its version in its name, as the jar itself says. */
  private static String webJar(String name, String file) {
    Properties jar = new Properties();
    try {
      jar.load(
          new ByteArrayInputStream(
              read("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/" + name + "/" + jar.getProperty("version") + "/" + file;
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
