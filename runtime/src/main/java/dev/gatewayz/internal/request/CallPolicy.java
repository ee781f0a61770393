package dev.gatewayz.internal.request;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Conversation;
import dev.gatewayz.Deadlines;
import dev.gatewayz.RetryPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a call is made, apart from what it says.
 *
 * @param deadlines how long it may take
 * @param retries when it is sent again
 * @param fallbacks who is asked, in this order, when the one before has failed for good
 * @param hedgeAfter after which time without a sign of the answer a second request is sent, {@code
 *     null} for never
 * @param tags what the caller marked it with
 * @param attributes what interceptors want to find again in its events
 * @param followUps how often it may go back to the model after an answer
 * @param rules how it differs by whom it is sent to
 * @param conversation what remembers what was said, {@code null} for nothing
 */
public record CallPolicy(
    Deadlines deadlines,
    RetryPolicy retries,
    List<ResolvedFallback> fallbacks,
    @Nullable Duration hedgeAfter,
    Map<String, String> tags,
    Map<String, Object> attributes,
    FollowUps followUps,
    RequestRules rules,
    @Nullable Conversation conversation) {

  /** The tag of calls of a prompt with other templates: the digest of what is sent. */
  private static final String OVERRIDE = "promptOverride";

  /** The policy of calls that are made in the way the client has it. */
  static CallPolicy of(Deadlines deadlines, RetryPolicy retries, RequestRules rules) {
    return new CallPolicy(
        deadlines, retries, List.of(), null, Map.of(), Map.of(), FollowUps.NONE, rules, null);
  }

  /** This policy, but as the options have it where they say something. */
  CallPolicy with(CallOptions options, List<ResolvedFallback> fallbacks) {
    return new CallPolicy(
        deadlines(options),
        options.retries() == null ? retries : options.retries(),
        fallbacks,
        options.hedgeAfter() == null ? hedgeAfter : options.hedgeAfter(),
        options.tags(),
        attributes,
        followUps,
        rules,
        conversation);
  }

  /** This policy for a call of a prompt; those with other templates are counted apart. */
  CallPolicy of(RenderedPrompt prompt) {
    PromptIdentity identity = prompt.spec().identity();
    if (!identity.isOverride() && prompt.conversation() == null) {
      return withFollowUps(prompt.followUps());
    }
    return new CallPolicy(
        deadlines,
        retries,
        fallbacks,
        hedgeAfter,
        identity.isOverride() ? marked(identity) : tags,
        attributes,
        prompt.followUps(),
        rules,
        prompt.conversation());
  }

  private Map<String, String> marked(PromptIdentity override) {
    Map<String, String> marked = new LinkedHashMap<>(tags);
    marked.put(OVERRIDE, String.valueOf(override.hash()));
    return marked;
  }

  private Deadlines deadlines(CallOptions options) {
    Deadlines changed = deadlines;
    if (options.acquireDeadline() != null) {
      changed = changed.withAcquire(options.acquireDeadline());
    }
    if (options.firstTokenDeadline() != null) {
      changed = changed.withFirstToken(options.firstTokenDeadline());
    }
    if (options.idleDeadline() != null) {
      changed = changed.withIdle(options.idleDeadline());
    }
    return options.totalDeadline() == null ? changed : changed.withTotal(options.totalDeadline());
  }

  CallPolicy withFallbacks(List<ResolvedFallback> fallbacks) {
    return new CallPolicy(
        deadlines,
        retries,
        fallbacks,
        hedgeAfter,
        tags,
        attributes,
        followUps,
        rules,
        conversation);
  }

  CallPolicy withMarks(Map<String, String> tags, Map<String, Object> attributes) {
    return new CallPolicy(
        deadlines,
        retries,
        fallbacks,
        hedgeAfter,
        tags,
        attributes,
        followUps,
        rules,
        conversation);
  }

  /** The same with other follow-ups. */
  public CallPolicy withFollowUps(FollowUps followUps) {
    return followUps.equals(this.followUps)
        ? this
        : new CallPolicy(
            deadlines,
            retries,
            fallbacks,
            hedgeAfter,
            tags,
            attributes,
            followUps,
            rules,
            conversation);
  }
}
