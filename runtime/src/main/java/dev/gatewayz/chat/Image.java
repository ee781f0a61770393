package dev.gatewayz.chat;

import java.net.URI;
import java.util.Base64;

/**
 * An image inside a user message. Wire type {@code image_url}.
 *
 * @param url where the image is: {@code https:}, or {@code data:} with the image itself
 * @param detail how closely the model should look
 */
public record Image(String url, Detail detail) implements ContentPart {

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
    return new Image(url.toString(), Detail.AUTO);
  }

  /**
   * An image that travels inside the request.
   *
   * @param mediaType as in {@code image/png}
   */
  public static Image of(String mediaType, byte[] image) {
    return new Image(dataUrl(mediaType, image), Detail.AUTO);
  }

  /** The same image, looked at this closely. */
  public Image withDetail(Detail detail) {
    return new Image(url, detail);
  }

  static String dataUrl(String mediaType, byte[] content) {
    return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(content);
  }
}
