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

  /**
   * {@return an image that the gateway fetches from {@code url}}
   *
   * @param url {@code https:}, or {@code data:} with the image itself
   */
  public static Image of(URI url) {
    return ofUrl(url.toString());
  }

  /**
   * {@return an image at an address}
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
   * {@return an image that travels inside the request}
   *
   * @param mediaType as in {@code image/png}
   * @param image the bytes of the file, not empty
   * @throws IllegalArgumentException if the type is none, or there is no content
   */
  public static Image of(String mediaType, byte[] image) {
    return new Image(DataUrl.of(mediaType, image), Detail.AUTO);
  }

  /**
   * {@return an image that travels inside the request; its type is told by the end of the file's
   * name}
   *
   * @param file only its content and its type are sent
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the end of its name tells no type, or it is empty
   */
  public static Image of(Path file) throws IOException {
    return of(DataUrl.typeOf(file), Files.readAllBytes(file));
  }

  /** {@return where the image is: {@code https:}, or {@code data:} with the image itself} */
  public String url() {
    return url;
  }

  /** {@return how closely the model should look} */
  public Detail detail() {
    return detail;
  }

  /**
   * {@return the same image, looked at this closely}
   *
   * @param detail as the wire's {@code detail}
   */
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
