package dev.gatewayz.chat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Content that travels inside a request, as a {@code data:} URL. */
final class DataUrl {
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(;[ -~]*)?");
  private static final int EXCERPT = 60;

  /** By the end of a file's name. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("txt", "text/plain"),
          Map.entry("md", "text/markdown"),
          Map.entry("csv", "text/csv"),
          Map.entry("json", "application/json"),
          Map.entry("html", "text/html"),
          Map.entry("xml", "application/xml"));

  private DataUrl() {}

  static String of(String mediaType, byte[] content) {
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new IllegalArgumentException(
          "\"" + mediaType + "\" is no media type; write one as in image/png.");
    }
    return "data:" + mediaType + ";base64," + base64("The content", content);
  }

  static String base64(String what, byte[] content) {
    if (content.length == 0) {
      throw new IllegalArgumentException(what + " is empty.");
    }
    return Base64.getEncoder().encodeToString(content);
  }

  static String typeOf(Path file) {
    String name = String.valueOf(file.getFileName());
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    @Nullable String type = TYPES.get(end);
    if (type == null) {
      throw new IllegalArgumentException(
          "The name " + name + " does not tell the media type; give the type and the bytes.");
    }
    return type;
  }

  static String excerpt(String url) {
    return url.length() <= EXCERPT ? url : url.substring(0, EXCERPT) + "…";
  }
}
