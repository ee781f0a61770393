package dev.gatewayz.benchmarks.client;

import dev.gatewayz.codegen.JsonIn;
import java.util.List;

/**
 * A typed answer.
 *
 * @param headline text
 * @param bullets a list of text
 * @param sentiment one of few
 * @param confidence a fraction
 * @param pages a whole number
 */
public record Brief(
    String headline, List<String> bullets, Sentiment sentiment, double confidence, int pages) {

  private static final String[] SENTIMENTS = {"POSITIVE", "NEUTRAL", "NEGATIVE"};

  /** One of few. */
  public enum Sentiment {
    /** Good. */
    POSITIVE,
    /** Neither. */
    NEUTRAL,
    /** Bad. */
    NEGATIVE
  }

  /** Reads one, the way generated code does. */
  public static Brief read(JsonIn in) {
    String headline = null;
    List<String> bullets = null;
    Sentiment sentiment = null;
    Double confidence = null;
    Integer pages = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "headline" -> headline = in.string();
        case "bullets" -> bullets = in.list(JsonIn::string);
        case "sentiment" -> sentiment = in.oneOf(SENTIMENTS, Sentiment.values());
        case "confidence" -> confidence = in.float64();
        case "pages" -> pages = in.int32();
        default -> in.skip();
      }
    }
    return new Brief(
        in.required("headline", headline),
        in.required("bullets", bullets),
        in.required("sentiment", sentiment),
        in.required("confidence", confidence),
        in.required("pages", pages));
  }
}
