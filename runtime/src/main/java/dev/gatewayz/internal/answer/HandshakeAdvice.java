package dev.gatewayz.internal.answer;

import java.security.Security;

/** What to do about a TLS handshake that failed. */
final class HandshakeAdvice {
  private HandshakeAdvice() {}

  /** Names what this Java lacks, if it lacks what every server asks for. */
  static String text() {
    return Security.getAlgorithms("KeyAgreement").contains("ECDH")
        ? "Check the API base, and whether the server's certificate is one you trust."
        : "This Java knows no elliptic curves, without which hardly a server speaks: add the module"
            + " jdk.crypto.ec to it, as with \"jlink --add-modules jdk.crypto.ec\".";
  }
}
