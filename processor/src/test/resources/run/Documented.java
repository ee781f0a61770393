package run.documented;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.GatewayzTool;
import dev.gatewayz.annotation.Json;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A client that all may use, with every word of Javadoc that there can be. */
@GatewayzClient(model = "gatewayz/a/b")
public interface Documented {
  /**
   * What a review says.
   *
   * @param words the words
   * @param mood how it is
   */
  record Review(String words, Mood mood) {}

  /** How it is. */
  enum Mood {
    /** Good. */
    GOOD,
    /** Bad. */
    BAD
  }

  /** What can be done. */
  final class Desk {
    /** A desk. */
    public Desk() {}

    /**
     * Finds a review.
     *
     * @param word a word in it
     * @return the review
     */
    @GatewayzTool("finds")
    public Review find(String word) {
      return new Review(word, Mood.GOOD);
    }
  }

  /**
   * Asks.
   *
   * @param words of a review
   * @param other reviews
   * @return what it says
   */
  @GatewayzPrompt(value = "{{words}} {{other}}", tools = Desk.class)
  Review ask(String words, @Json List<Review> other);

  /**
   * Asks later.
   *
   * @return the answer
   */
  @GatewayzPrompt("Later.")
  CompletableFuture<String> later();
}

class Check {
  static void run(Gatewayz gatewayz) {
    Documented client = new GatewayzDocumented(gatewayz, new Documented.Desk());
    client.later().join();
  }
}
//! Later.
