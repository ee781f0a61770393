package dev.gatewayz.chat;

import java.util.Objects;

/** Sound inside a user message. Wire type {@code input_audio}. Immutable. */
public final class Audio implements ContentPart {
  private final String format;
  private final String base64;

  private Audio(String format, String base64) {
    this.format = format;
    this.base64 = base64;
  }

  /**
   * {@return a sound that travels inside the request, in Base64}
   *
   * @param format {@code wav} or {@code mp3}
   * @param sound the bytes of the file, not empty
   * @throws IllegalArgumentException if the format is blank, or there is no sound
   */
  public static Audio of(String format, byte[] sound) {
    if (format.isBlank()) {
      throw new IllegalArgumentException("The format of the sound is blank; write wav or mp3.");
    }
    return new Audio(format, DataUrl.base64("The sound", sound));
  }

  /**
   * {@return a sound that travels inside the request}
   *
   * @param format {@code wav} or {@code mp3}
   * @param base64 the sound, in Base64
   * @throws IllegalArgumentException if one of them is blank, or the sound is not in Base64
   */
  public static Audio ofBase64(String format, String base64) {
    if (format.isBlank() || base64.isBlank()) {
      throw new IllegalArgumentException("The format of the sound, or the sound, is blank.");
    }
    if (!isBase64(base64)) {
      throw new IllegalArgumentException(
          "The sound is not in Base64, whose characters are A to Z, a to z, 0 to 9, + and /, with = at the"
              + " end; Base64.getEncoder() writes it, the encoders for addresses and mails do not.");
    }
    return new Audio(format, base64);
  }

  private static boolean isBase64(String text) {
    int end = text.length();
    while (end > 0 && end > text.length() - 2 && text.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean isLetter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!isLetter && (c < '0' || c > '9') && c != '+' && c != '/') {
        return false;
      }
    }
    return end > 0 && text.length() % 4 == 0;
  }

  /** {@return its encoding, {@code wav} or {@code mp3}} */
  public String format() {
    return format;
  }

  /** {@return the sound, in Base64} */
  public String base64() {
    return base64;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Audio that && format.equals(that.format) && base64.equals(that.base64);
  }

  @Override
  public int hashCode() {
    return Objects.hash(format, base64);
  }

  /** Shows the format alone. */
  @Override
  public String toString() {
    return "Audio[" + format + "]";
  }
}
