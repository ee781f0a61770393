package dev.gatewayz.sample.http;

import io.netty.handler.codec.http.HttpHeaders;

/** What each answer tells the browser not to do. */
final class SecurityHeaders {
  /** Nothing but files of this server; no inline script, no inline style, no frame, no form. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types dompurify";

  private SecurityHeaders() {}

  static void addTo(HttpHeaders headers) {
    headers
        .set("content-security-policy", CONTENT_SECURITY_POLICY)
        .set("x-content-type-options", "nosniff")
        .set("referrer-policy", "no-referrer")
        .set("cross-origin-opener-policy", "same-origin")
        .set("cross-origin-resource-policy", "same-origin");
  }
}
