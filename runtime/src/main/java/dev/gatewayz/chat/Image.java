package dev.gatewayz.chat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** An image inside a user message. Wire type {@code image_url}. Immutable. */
public final class Image implements ContentPart {
  private final String url;
  private final Detail detail;

  private Image(String url, Detail detail) {
    this.url = url;
    this.detail = detail;
  }

  /** How closely the model should look; more detail costs more tokens. */
  public enum Detail {
    /** The model decides. */
    AUTO,
    /** A small version of the image. */
    LOW,
    /** The image in full. */
    HIGH
  }

  /** An image that the gateway fetches from {@code url}. */
  public static Image of(URI url) {
    return ofUrl(url.toString());
  }

  /**
   * An image at an address.
   *
   * @param url {@code https:}, or {@code data:} with the image itself
   * @throws IllegalArgumentException if it is blank
   */
  public static Image ofUrl(String url) {
    if (url.isBlank()) {
      throw new IllegalArgumentException("The address of the image is blank.");
    }
    return new Image(url, Detail.AUTO);
  }

  /**
   * An image that travels inside the request.
   *
   * @param mediaType as in {@code image/png}
   * @throws IllegalArgumentException if the type is none, or there is no content
   */
  public static Image of(String mediaType, byte[] image) {
    return new Image(DataUrl.of(mediaType, image), Detail.AUTO);
  }

  /**
   * An image that travels inside the request; its type is told by the end of the file's name.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the end of its name tells no type, or it is empty
   */
  public static Image of(Path file) throws IOException {
    return of(DataUrl.typeOf(file), Files.readAllBytes(file));
  }

  /** Where the image is: {@code https:}, or {@code data:} with the image itself. */
  public String url() {
    return url;
  }

  /** How closely the model should look. */
  public Detail detail() {
    return detail;
  }

  /** The same image, looked at this closely. */
  public Image withDetail(Detail detail) {
    return new Image(url, Objects.requireNonNull(detail, "detail"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Image that && url.equals(that.url) && detail.equals(that.detail);
  }

  @Override
  public int hashCode() {
    return Objects.hash(url, detail);
  }

  /** Shows the beginning of the address. */
  @Override
  public String toString() {
    return "Image[" + DataUrl.excerpt(url) + ", " + detail + "]";
  }
}
