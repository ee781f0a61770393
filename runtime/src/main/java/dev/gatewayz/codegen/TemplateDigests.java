package dev.gatewayz.codegen;

import dev.gatewayz.internal.binding.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** Tells whether template files on the class path are those that a client was compiled from. */
final class TemplateDigests {
  private TemplateDigests() {}

  /**
   * Refuses a client whose template files have changed.
   *
   * @param files paths, each followed by the digest of what the file held
   */
  static void check(Class<?> client, String... files) {
    for (int i = 0; i < files.length; i += 2) {
      String file = files[i];
      String compiled = files[i + 1];
      List<URL> found = find(client, file);
      if (!found.isEmpty() && found.stream().noneMatch(url -> compiled.equals(digest(url)))) {
        throw new IllegalStateException(
            "The template "
                + file
                + " has changed since "
                + client.getName()
                + " was compiled, which sends it as it was: "
                + found.get(0)
                + ". Compile the project again from scratch, as with \"mvn clean\", and let your"
                + " build do so by itself: see \"Files\" in docs/templates.md.");
      }
    }
  }

  /** Where there are several, the compiler has taken the project's own, wherever it comes here. */
  private static List<URL> find(Class<?> client, String file) {
    ClassLoader loader = client.getClassLoader();
    try {
      return Collections.list(
          loader == null ? ClassLoader.getSystemResources(file) : loader.getResources(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(URL url) {
    try (InputStream in = url.openStream()) {
      return Digest.ofFile(plain(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file: without a byte order mark, and with line feeds at the ends of lines. */
  static String plain(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    return (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
  }
}
