package dev.gatewayz.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file inside a user message, a PDF as a rule. Wire type {@code file}. Immutable. */
public final class File implements ContentPart {
  private final String name;
  private final String dataUrl;

  private File(String name, String dataUrl) {
    this.name = name;
    this.dataUrl = dataUrl;
  }

  /**
   * {@return a file that travels inside the request}
   *
   * @param name as in {@code report.pdf}
   * @param mediaType as in {@code application/pdf}
   * @param content the bytes of the file, not empty
   * @throws IllegalArgumentException if the name is blank, the type is none, or there is no content
   */
  public static File of(String name, String mediaType, byte[] content) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of the file is blank.");
    }
    return new File(name, DataUrl.of(mediaType, content));
  }

  /**
   * {@return a file that travels inside the request; its type is told by the end of its name}
   *
   * @param file its name is sent, its folder is not
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the end of its name tells no type, or it is empty
   */
  public static File of(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    return of(name, DataUrl.typeOf(file), Files.readAllBytes(file));
  }

  /**
   * {@return a file that travels inside the request}
   *
   * @param name as in {@code report.pdf}
   * @param dataUrl the content as a {@code data:} URL
   * @throws IllegalArgumentException if the name is blank, or it is no such URL
   */
  public static File ofDataUrl(String name, String dataUrl) {
    if (name.isBlank() || !dataUrl.startsWith("data:")) {
      throw new IllegalArgumentException(
          "A file needs a name and a data: URL; these are \""
              + name
              + "\" and \""
              + DataUrl.excerpt(dataUrl)
              + "\".");
    }
    return new File(name, dataUrl);
  }

  /** {@return the file's name, as in {@code report.pdf}} */
  public String name() {
    return name;
  }

  /** {@return the content as a {@code data:} URL} */
  public String dataUrl() {
    return dataUrl;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof File that && name.equals(that.name) && dataUrl.equals(that.dataUrl);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, dataUrl);
  }

  /** Shows the name alone. */
  @Override
  public String toString() {
    return "File[" + name + "]";
  }
}
