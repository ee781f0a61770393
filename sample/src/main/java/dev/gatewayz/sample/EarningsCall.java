package dev.gatewayz.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a company told its shareholders about a quarter.
 *
 * @param company its name
 * @param quarter as in {@code Q2 2026}
 * @param transcript word by word
 */
public record EarningsCall(String company, String quarter, String transcript) {

  /** The call that ships with the sample. Company and people are made up. */
  public static EarningsCall northwind() {
    try (InputStream in =
        EarningsCall.class.getResourceAsStream("/transcripts/northwind-2026-q2.txt")) {
      if (in == null) {
        throw new IllegalStateException("The transcript is not on the class path.");
      }
      String transcript = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new EarningsCall("Northwind Turbines", "Q2 2026", transcript);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
