package dev.gatewayz.eval;

import dev.gatewayz.annotation.Describe;

/**
 * What a prompt that is a judge may answer; see {@link Graders#judged}. The reason comes first, for
 * a model that has given one judges better.
 *
 * @param reason why
 * @param passed whether the answer is good enough
 */
public record Verdict(
    @Describe("why the answer is good enough, or not, in one sentence") String reason,
    @Describe("whether the answer is good enough") boolean passed) {}
