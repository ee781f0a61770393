package dev.gatewayz.usage;

/**
 * What the calls of a client cost, by prompt, model, outcome and tags. Thread-safe; a report taken
 * while calls end may have a call in one sum and not yet in another.
 *
 * <p>Memory grows with the number of different prompts, models and sets of tags, not with calls: do
 * not mark calls with what is different each time.
 */
public interface UsageTracker {

  /** {@return what was counted so far} */
  UsageReport snapshot();

  /** {@return what was counted since this method was called last; meant for one reader} */
  UsageReport delta();

  /** Begins again from zero. */
  void reset();
}
