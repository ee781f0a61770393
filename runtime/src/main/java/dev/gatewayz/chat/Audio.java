package dev.gatewayz.chat;

import java.util.Base64;

/**
 * Sound inside a user message. Wire type {@code input_audio}.
 *
 * @param base64 the sound, in Base64
 * @param format its encoding, {@code wav} or {@code mp3}
 */
public record Audio(String base64, String format) implements ContentPart {

  /**
   * Sound that travels inside the request.
   *
   * @param format {@code wav} or {@code mp3}
   */
  public static Audio of(String format, byte[] sound) {
    return new Audio(Base64.getEncoder().encodeToString(sound), format);
  }
}
