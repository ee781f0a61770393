package dev.gatewayz.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** Tells whether template files on the class path are those that a client was compiled from. */
final class TemplateDigests {
  private static final int CHARACTERS = 16;

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

  /** Of the text: without a byte order mark, and with line feeds at the ends of lines. */
  private static String digest(URL url) {
    try (InputStream in = url.openStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
      byte[] bytes = bare.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, CHARACTERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
