package dev.gatewayz.internal.binding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells two versions of a prompt apart: a digest of all that is constant in it. */
public final class Digest {
  private static final int CHARACTERS = 16;
  private final MessageDigest sha256;

  /** Of nothing so far. */
  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a text and a mark of its end, so that no two sequences of texts look alike. */
  public Digest add(String text) {
    sha256.update(text.getBytes(StandardCharsets.UTF_16BE));
    sha256.update(new byte[] {(byte) 0xd8, 0, (byte) 0xd8, 0});
    return this;
  }

  /** The digest of a template file, which a runtime can work out by itself. */
  public static String ofFile(String text) {
    Digest digest = new Digest();
    digest.sha256.update(text.getBytes(StandardCharsets.UTF_8));
    return digest.hex();
  }

  /** The digest, in hexadecimal. */
  public String hex() {
    StringBuilder out = new StringBuilder();
    for (byte b : sha256.digest()) {
      out.append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
    }
    return out.substring(0, CHARACTERS);
  }
}
