package dev.gatewayz.internal.call;

import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.internal.transport.Transport;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.TokenEstimator;
import dev.gatewayz.usage.UsageTracker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of a client have in common.
 *
 * @param maxConcurrent how many calls may be under way; {@link Integer#MAX_VALUE} for any number
 * @param maxWaiting how many more may wait to be made
 * @param ratedCalls how many calls may begin in {@code ratePeriod}, 0 for any number
 * @param ratePeriod see {@code ratedCalls}
 * @param restsOnDemand whether calls wait when the server says that its limit is reached
 * @param budgets what calls may use
 * @param estimator guesses tokens that are not reported, {@code null} to leave them out
 * @param interceptors who stands between callers and the gateway, the outermost first
 * @param listeners who is told what becomes of calls
 * @param toolExecutor where tools run, {@code null} for threads of the client's own
 * @param toolTimeout how long a tool may take
 * @param maxEventSize the largest event of a stream, in bytes
 * @param maxBodySize the largest answer in one piece, in bytes
 * @param showsPrompts whether errors may repeat what a server says of the prompt
 */
public record CallSettings(
    int maxConcurrent,
    int maxWaiting,
    int ratedCalls,
    Duration ratePeriod,
    boolean restsOnDemand,
    List<Budget> budgets,
    @Nullable TokenEstimator estimator,
    List<Interceptor> interceptors,
    List<GatewayzListener> listeners,
    @Nullable Executor toolExecutor,
    Duration toolTimeout,
    int maxEventSize,
    int maxBodySize,
    boolean showsPrompts) {

  /** Copies the lists. */
  public CallSettings {
    budgets = List.copyOf(budgets);
    interceptors = List.copyOf(interceptors);
    listeners = List.copyOf(listeners);
  }

  /** What makes the calls. */
  public CallEngine newEngine(Transport transport, UsageTracker usage) {
    return new CallEngine(
        transport,
        new Accounts(usage, new Budgets(budgets), estimator),
        new Limits(maxConcurrent, maxWaiting, rate(), restsOnDemand),
        new Interception(interceptors),
        listeners,
        new ToolThreads(toolExecutor, toolTimeout),
        maxEventSize,
        maxBodySize,
        showsPrompts);
  }

  private CallRate rate() {
    return ratedCalls == 0 ? CallRate.UNLIMITED : CallRate.of(ratedCalls, ratePeriod);
  }
}
