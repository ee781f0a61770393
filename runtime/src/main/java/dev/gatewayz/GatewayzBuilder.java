package dev.gatewayz;

import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.internal.account.Accounts;
import dev.gatewayz.internal.account.Budgets;
import dev.gatewayz.internal.account.CataloguePrices;
import dev.gatewayz.internal.account.Prices;
import dev.gatewayz.internal.account.UsageCounter;
import dev.gatewayz.internal.answer.AnswerRules;
import dev.gatewayz.internal.answer.Callbacks;
import dev.gatewayz.internal.call.CallEngine;
import dev.gatewayz.internal.call.CallRate;
import dev.gatewayz.internal.call.CallStages;
import dev.gatewayz.internal.call.GatewayQueues;
import dev.gatewayz.internal.call.Interception;
import dev.gatewayz.internal.call.Limits;
import dev.gatewayz.internal.call.RetryBudget;
import dev.gatewayz.internal.call.Services;
import dev.gatewayz.internal.call.ToolThreads;
import dev.gatewayz.internal.http2.Http2Options;
import dev.gatewayz.internal.override.Overrides;
import dev.gatewayz.internal.request.Payer;
import dev.gatewayz.internal.request.PromptOptions;
import dev.gatewayz.internal.request.RequestDefaults;
import dev.gatewayz.internal.request.RequestFactory;
import dev.gatewayz.internal.request.RequestRules;
import dev.gatewayz.internal.syntax.ApiBase;
import dev.gatewayz.internal.syntax.HeaderSyntax;
import dev.gatewayz.internal.syntax.JsonSyntax;
import dev.gatewayz.internal.syntax.ModelName;
import dev.gatewayz.internal.time.Durations;
import dev.gatewayz.internal.transport.ConnectionLimits;
import dev.gatewayz.internal.transport.Http1Options;
import dev.gatewayz.internal.transport.IoKind;
import dev.gatewayz.internal.transport.Proxy;
import dev.gatewayz.internal.transport.ProxyChoice;
import dev.gatewayz.internal.transport.SslSource;
import dev.gatewayz.internal.transport.Transport;
import dev.gatewayz.internal.transport.TransportOptions;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.Price;
import dev.gatewayz.usage.TokenEstimator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.math.BigDecimal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sets a client up. Every method returns this builder, and every setting has a default that suits a
 * service. Not thread-safe.
 */
public final class GatewayzBuilder {
  /** The gateway that is called unless another one is named. */
  public static final String DEFAULT_API_BASE = "https://api.gatewayz.com";

  private static final String GATEWAYZ_MARKUP = "1.25";
  private static final String WEB_SEARCH = "auto_web_search";
  private static final Map<String, String> NO_WEB_SEARCH = Map.of(WEB_SEARCH, "false");

  private final Map<String, String> environment;
  private final Properties properties;
  private @Nullable Payer payer;
  private @Nullable String apiBase;
  private boolean plaintextAllowed;
  private boolean priorKnowledge;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> extras = new LinkedHashMap<>();
  private final Map<String, CallOptions> promptOptions = new HashMap<>();
  private final Map<String, String> extrasOfGatewayz = new LinkedHashMap<>(NO_WEB_SEARCH);
  private final List<ModelRule> modelRules = new ArrayList<>();
  private X509Certificate @Nullable [] trusted;
  private @Nullable PrivateKey clientKey;
  private X509Certificate @Nullable [] clientChain;
  private @Nullable EventLoopGroup group;
  private @Nullable ChannelFactory<? extends Channel> channels;
  private Supplier<IoKind> ioKind = IoKind::best;
  private @Nullable ProxyChoice proxies;
  private Deadlines deadlines = Deadlines.DEFAULT;
  private RetryPolicy retries = RetryPolicy.standard(2);
  private final List<GatewayzListener> listeners = new ArrayList<>();
  private final List<Interceptor> interceptors = new ArrayList<>();
  private final List<Budget> budgets = new ArrayList<>();
  private final Map<String, Price> prices = new LinkedHashMap<>();
  private @Nullable BigDecimal markup;
  private @Nullable TokenEstimator estimator;
  private @Nullable Executor toolExecutor;
  private @Nullable Executor callbackExecutor;
  private Duration toolTimeout = Duration.ofSeconds(60);
  private int maxConcurrentCalls = Integer.MAX_VALUE;
  private int maxWaitingCalls = 1_024;
  private Concurrency concurrency = Concurrency.unlimited();
  private int ratedCalls;
  private Duration ratePeriod = Duration.ZERO;
  private boolean waitForRateLimit;
  private final List<ContextCarrier> carriers = new ArrayList<>();
  private AnswerRules answers = AnswerRules.DEFAULTS;
  private @Nullable PromptOverrides promptOverrides;
  private boolean checkTemplates = Boolean.getBoolean("dev.gatewayz.checkTemplates");
  private Duration closeGrace = Duration.ofSeconds(10);
  private Duration maxConnectionAge = Duration.ofMinutes(10);
  private ConnectionLimits connections = ConnectionLimits.DEFAULTS;

  GatewayzBuilder(Map<String, String> environment, Properties properties) {
    this.environment = Map.copyOf(environment);
    this.properties = properties;
  }

  /**
   * Sets the key that pays for the calls. Default: the system property {@code gatewayz.api.key},
   * else {@code GATEWAYZ_API_KEY}; without any, every call must bring its own.
   *
   * @param apiKey printable ASCII; white space around it is dropped
   * @return this builder
   * @throws IllegalArgumentException if the key is blank or cannot be sent in a header
   */
  public GatewayzBuilder apiKey(String apiKey) {
    this.payer = Payer.of(ApiKey.of(apiKey));
    return this;
  }

  /**
   * A key that changes, as keys do that are rotated.
   *
   * @param apiKey gives the key that is valid at that moment; asked once for each call, with its
   *     retries and rounds of tools, on the thread that makes it, so it must be quick; for a stream
   *     or another publisher at each subscription. What it throws, the caller gets at once, a
   *     subscriber as its error
   * @return this builder
   */
  public GatewayzBuilder apiKey(Supplier<String> apiKey) {
    this.payer = Payer.changing(Objects.requireNonNull(apiKey, "apiKey"));
    return this;
  }

  /**
   * Sets the gateway, with or without a trailing {@code /} or {@code /v1}. A path that ends in
   * another version, as in {@code /v4}, in {@code openai} or in {@code openai/deployments/} and a
   * name is used as it is written; a query goes with every request. Default: the system property
   * {@code gatewayz.api.base}, else {@code GATEWAYZ_API_BASE}, else {@value #DEFAULT_API_BASE}.
   * Gatewayz also answers at {@code https://api.gatewayz.ai}.
   *
   * @param apiBase an {@code http:} or {@code https:} URL
   * @return this builder
   * @throws IllegalArgumentException if this is no {@code http:} or {@code https:} URL
   */
  public GatewayzBuilder apiBase(String apiBase) {
    ApiBase.parse(apiBase);
    this.apiBase = apiBase;
    return this;
  }

  /**
   * Lets the key travel unencrypted to other machines, which it otherwise does not. For gateways
   * inside a network that is protected by other means.
   *
   * @return this builder
   */
  public GatewayzBuilder allowPlaintext() {
    return allowPlaintext(true);
  }

  /**
   * Switches {@link #allowPlaintext()} on or off.
   *
   * @param enabled {@code false} by default
   * @return this builder
   */
  public GatewayzBuilder allowPlaintext(boolean enabled) {
    this.plaintextAllowed = enabled;
    return this;
  }

  /**
   * Speaks HTTP/2 to {@code http:} gateways without asking. Encrypted connections need no such
   * setting: there the server chooses HTTP/2 or HTTP/1.1.
   *
   * @return this builder
   */
  public GatewayzBuilder http2PriorKnowledge() {
    return http2PriorKnowledge(true);
  }

  /**
   * Switches {@link #http2PriorKnowledge()} on or off.
   *
   * @param enabled {@code false} by default
   * @return this builder
   */
  public GatewayzBuilder http2PriorKnowledge(boolean enabled) {
    this.priorKnowledge = enabled;
    return this;
  }

  /**
   * A further header of every request.
   *
   * @param name case does not matter
   * @param value printable ASCII
   * @return this builder
   * @throws IllegalArgumentException if the name is none or one that only the client writes, or the
   *     value cannot be sent
   */
  public GatewayzBuilder header(String name, String value) {
    headers.put(HeaderSyntax.requireName(name), HeaderSyntax.requireValue(name, value));
    return this;
  }

  /**
   * Lets the gateway decide whether to search the web before the model answers, which takes up to
   * five seconds and adds a system message. Wire name {@code auto_web_search}. Default: Gatewayz,
   * at its own hosts, is told that it may not; other gateways, which may not know the member, get
   * none.
   *
   * @return this builder
   */
  public GatewayzBuilder autoWebSearch() {
    return autoWebSearch(true);
  }

  /**
   * Switches {@link #autoWebSearch()} on or off.
   *
   * @param enabled {@code false} forbids it to every gateway, whichever it is
   * @return this builder
   */
  public GatewayzBuilder autoWebSearch(boolean enabled) {
    return extra(WEB_SEARCH, enabled ? "\"auto\"" : "false");
  }

  /**
   * A further member of every request body, for what this library has no method for, as in {@code
   * extra("provider", "\"openrouter\"")}.
   *
   * @param name the wire name
   * @param json the value as JSON text; it is sent as it is. {@code null} takes a member back
   * @return this builder
   * @throws IllegalArgumentException if this is no JSON value, or the client itself writes that
   *     member
   */
  public GatewayzBuilder extra(String name, @Nullable String json) {
    extrasOfGatewayz.remove(name);
    if (json == null) {
      extras.remove(name);
    } else {
      extras.put(JsonSyntax.requireMember(name), JsonSyntax.requireValue(name, json));
    }
    return this;
  }

  /**
   * Adds a rule for models that take some members of a request otherwise, or not at all, as in
   * {@code modelRule(ModelRule.forModels("openai/o*").rename("max_tokens",
   * "max_completion_tokens").leaveOut("temperature"))}. Rules apply in the order in which they are
   * added. Default: none.
   *
   * @param rule for the models that it names
   * @return this builder
   */
  public GatewayzBuilder modelRule(ModelRule rule) {
    modelRules.add(Objects.requireNonNull(rule, "rule"));
    return this;
  }

  /**
   * Sets the certificates to trust instead of the system's. Host names are checked all the same.
   *
   * @param certificates of authorities, or of the gateway itself
   * @return this builder
   */
  public GatewayzBuilder trust(X509Certificate... certificates) {
    this.trusted = certificates.clone();
    return this;
  }

  /**
   * Reaches the gateway through an HTTP proxy, by {@code CONNECT}. Default: what {@code
   * HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} say. A gateway on this
   * machine is always reached without.
   *
   * @param proxy a host and port, or a URL as in {@code http://user:password@proxy:3128}
   * @return this builder
   * @throws IllegalArgumentException if it is neither
   */
  public GatewayzBuilder proxy(String proxy) {
    this.proxies = ProxyChoice.always(Proxy.parse(proxy));
    return this;
  }

  /**
   * Reaches the gateway without a proxy, whatever the environment says.
   *
   * @return this builder
   */
  public GatewayzBuilder noProxy() {
    this.proxies = ProxyChoice.NONE;
    return this;
  }

  /**
   * Identifies this client to the gateway with a certificate.
   *
   * @param key the private key
   * @param chain the certificate, then those that vouch for it
   * @return this builder
   */
  public GatewayzBuilder clientCertificate(PrivateKey key, X509Certificate... chain) {
    this.clientKey = key;
    this.clientChain = chain.clone();
    return this;
  }

  /**
   * Runs on NIO. Default: the operating system's own transport, epoll or kqueue, if its Netty jars
   * are on the class path, else NIO.
   *
   * @return this builder
   */
  public GatewayzBuilder nio() {
    this.ioKind = IoKind::nio;
    return this;
  }

  /**
   * Runs on io_uring if its Netty jars are on the class path and the kernel has it.
   *
   * @return this builder
   */
  public GatewayzBuilder ioUring() {
    this.ioKind = IoKind::ioUringOrBest;
    return this;
  }

  /**
   * Runs on event loops of yours, NIO ones, which are left as they are when the client is closed. A
   * call that is made on one of them stays on it. Default: loops of its own, one per processor.
   *
   * @param group yours to shut down
   * @return this builder
   */
  public GatewayzBuilder eventLoopGroup(EventLoopGroup group) {
    return eventLoopGroup(group, NioSocketChannel::new);
  }

  /**
   * Runs on event loops of yours, of any kind.
   *
   * @param group yours to shut down
   * @param channels makes the socket channels that go with the group, as in {@code
   *     EpollSocketChannel::new}
   * @return this builder
   */
  public GatewayzBuilder eventLoopGroup(
      EventLoopGroup group, ChannelFactory<? extends Channel> channels) {
    this.group = group;
    this.channels = channels;
    return this;
  }

  /**
   * Sets how long the phases of calls may take. Default: {@link Deadlines#DEFAULT}.
   *
   * @param deadlines for every call, unless its prompt or options say otherwise
   * @return this builder
   */
  public GatewayzBuilder deadlines(Deadlines deadlines) {
    this.deadlines = Objects.requireNonNull(deadlines, "deadlines");
    return this;
  }

  /**
   * Sets which failures are followed by another attempt, and when. Default: {@link
   * RetryPolicy#standard(int) RetryPolicy.standard(2)}. In an outage there are fewer: retries are
   * paid for from a budget that successes refill.
   *
   * @param retries decides after each failure; called on an event loop, so it must not block
   * @return this builder
   */
  public GatewayzBuilder retries(RetryPolicy retries) {
    this.retries = Objects.requireNonNull(retries, "retries");
    return this;
  }

  /**
   * Sets the number of retries, as {@code retries(RetryPolicy.standard(maxRetries))}.
   *
   * @param maxRetries how many requests may follow the first, 0 for none
   * @return this builder
   */
  public GatewayzBuilder maxRetries(int maxRetries) {
    return retries(RetryPolicy.standard(maxRetries));
  }

  /**
   * How many calls may be under way at once, and how many more may wait for their turn, which their
   * deadline for a connection bounds. Those beyond are refused with a {@link
   * dev.gatewayz.error.TooManyCallsException}. Default: any number.
   *
   * @param maxCalls at least 1
   * @param maxWaiting 0 to refuse at once
   * @return this builder
   */
  public GatewayzBuilder maxConcurrentCalls(int maxCalls, int maxWaiting) {
    if (maxCalls < 1 || maxWaiting < 0) {
      throw new IllegalArgumentException(
          "At least one call must be allowed, and none or more may wait.");
    }
    this.maxConcurrentCalls = maxCalls;
    this.maxWaitingCalls = maxWaiting;
    return this;
  }

  /**
   * Sets how many requests may be under way at once to one gateway with one key, within {@link
   * #maxConcurrentCalls}. Others wait, as many as that allows, until their deadline for the whole
   * call. Default: any number. For many calls at once, {@code concurrency(Concurrency.adaptive(8,
   * 512))} learns how many the gateway takes, and loses none to rate limits.
   *
   * @param concurrency fixed or learned
   * @return this builder
   */
  public GatewayzBuilder concurrency(Concurrency concurrency) {
    this.concurrency = Objects.requireNonNull(concurrency, "concurrency");
    return this;
  }

  /**
   * How often calls may begin: so many within any such time. Those beyond wait for their turn, as
   * many as {@link #maxConcurrentCalls} allows, which their deadline for a connection bounds.
   * Default: any number.
   *
   * @param calls at least 1
   * @param period above zero
   * @return this builder
   */
  public GatewayzBuilder maxCallRate(int calls, Duration period) {
    if (calls < 1) {
      throw new IllegalArgumentException("At least one call must be allowed.");
    }
    this.ratedCalls = calls;
    this.ratePeriod = positive("period", period);
    return this;
  }

  /**
   * Makes calls wait when the gateway says, with {@code RateLimit-Remaining: 0}, that its limit is
   * reached, until {@code RateLimit-Reset}, a minute at most. As many may wait as {@link
   * #maxConcurrentCalls} allows. Default: they do not.
   *
   * @return this builder
   */
  public GatewayzBuilder waitForRateLimit() {
    return waitForRateLimit(true);
  }

  /**
   * Switches {@link #waitForRateLimit()} on or off.
   *
   * @param enabled {@code false} by default
   * @return this builder
   */
  public GatewayzBuilder waitForRateLimit(boolean enabled) {
    this.waitForRateLimit = enabled;
    return this;
  }

  /**
   * Sets how the calls of some prompts are made, so that model, key or deadlines come from
   * configuration: over what the annotations say and over {@link Gatewayz#with}, under what a call
   * itself says. Where both are given, options of a prompt count over those of its interface.
   *
   * @param prompts the id of a prompt, as in {@code com.acme.Analyst.brief}, or the name of an
   *     interface, as in {@code com.acme.Analyst}. Options of a prompt that its interface does not
   *     have are refused when the interface is created
   * @param options what these calls do otherwise; they replace those set before for the same name
   * @return this builder
   */
  public GatewayzBuilder options(String prompts, CallOptions options) {
    if (prompts.isBlank()) {
      throw new IllegalArgumentException("Options are for a prompt or an interface with a name.");
    }
    promptOptions.put(prompts, Objects.requireNonNull(options, "options"));
    return this;
  }

  /**
   * Adds a limit on what calls may use; calls over it are refused before they are sent.
   *
   * @param budget shared by all views of the client
   * @return this builder
   */
  public GatewayzBuilder budget(Budget budget) {
    budgets.add(Objects.requireNonNull(budget, "budget"));
    return this;
  }

  /**
   * Sets what a model costs, for the usage and the budgets of calls whose cost the gateway does not
   * report.
   *
   * @param model with its {@code gatewayz/} prefix
   * @param price in US dollars
   * @return this builder
   */
  public GatewayzBuilder price(String model, Price price) {
    prices.put(new ModelName(model).name(), Objects.requireNonNull(price, "price"));
    return this;
  }

  /**
   * Takes prices from the gateway's catalogue, as what Gatewayz bills for them: a quarter more than
   * is written there. See {@link #pricesFromCatalogue(String)}.
   *
   * @return this builder
   */
  public GatewayzBuilder pricesFromCatalogue() {
    return pricesFromCatalogue(GATEWAYZ_MARKUP);
  }

  /**
   * Takes prices from the gateway's catalogue, for models without a {@link #price}. It is read when
   * the first call begins, and again when it is an hour old and a call begins. No call waits for it
   * or fails because of it: until it has been read, and while it cannot be, the last prices count.
   * Of a model that several providers have, the dearest counts. The catalogue is read from the
   * gateway of the client; it takes no place and no budget from calls.
   *
   * @param markup what the gateway bills for a dollar of the catalogue, as in {@code 1.25}
   * @return this builder
   * @throws IllegalArgumentException if this is no number, or below zero
   */
  public GatewayzBuilder pricesFromCatalogue(String markup) {
    // A price checks its numbers.
    this.markup = Price.of(markup, markup).prompt();
    return this;
  }

  /**
   * Estimates the tokens of calls whose usage the gateway does not report. Default: they are
   * absent.
   *
   * @param estimator asked on an event loop when a call has ended without a report, so it must be
   *     quick; what it throws is logged
   * @return this builder
   */
  public GatewayzBuilder estimateUsage(TokenEstimator estimator) {
    this.estimator = Objects.requireNonNull(estimator, "estimator");
    return this;
  }

  /**
   * Lets errors repeat the prompt where the gateway repeats it. Default: they do not, because
   * errors are logged; stretches of 16 and more characters that a message and the prompt have in
   * common are replaced by {@code [prompt]}.
   *
   * @return this builder
   */
  public GatewayzBuilder promptsInErrors() {
    return promptsInErrors(true);
  }

  /**
   * Switches {@link #promptsInErrors()} on or off.
   *
   * @param enabled {@code false} by default
   * @return this builder
   */
  public GatewayzBuilder promptsInErrors(boolean enabled) {
    this.answers = answers.showingPrompts(enabled);
    return this;
  }

  /**
   * Sets the most bytes that an event of a stream may have. One that has more ends its call, with a
   * {@link dev.gatewayz.error.ProtocolException}. Default 1 MiB; images in answers may want more.
   *
   * @param bytes at least 1
   * @return this builder
   */
  public GatewayzBuilder maxEventSize(int bytes) {
    this.answers = answers.withMaxEventSize(atLeastOne("maxEventSize", bytes));
    return this;
  }

  /**
   * Sets the most bytes that an answer in one piece may have, and the most characters that all
   * events of a stream may say. One that has more ends its call, with a {@link
   * dev.gatewayz.error.ProtocolException}. Default 16 MiB; many embeddings may want more.
   *
   * @param bytes at least 1
   * @return this builder
   */
  public GatewayzBuilder maxAnswerSize(int bytes) {
    this.answers = answers.withMaxAnswerSize(atLeastOne("maxAnswerSize", bytes));
    return this;
  }

  private static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1.");
    }
    return value;
  }

  /**
   * Refuses prompts whose template files on the class path are not those they were compiled from,
   * which happens where a build does not compile again what only a template changes: the client of
   * such a prompt is then not made, with an {@link IllegalStateException} that names the file. For
   * development and tests. Default: what the system property {@code dev.gatewayz.checkTemplates}
   * says, which the JUnit extension of {@code gatewayz-testkit} sets; else they are not compared.
   *
   * @return this builder
   */
  public GatewayzBuilder checkTemplates() {
    return checkTemplates(true);
  }

  /**
   * Sends other templates than the compiled ones, for experiments. Calls that take one are marked
   * as overrides where they are observed, with a hash of their own. Default: none.
   *
   * @param overrides by the ids of prompts
   * @return this builder
   * @see Gatewayz#unclaimedOverrides()
   */
  public GatewayzBuilder promptOverrides(PromptOverrides overrides) {
    this.promptOverrides = Objects.requireNonNull(overrides, "overrides");
    return this;
  }

  /**
   * Switches {@link #checkTemplates()} on or off.
   *
   * @param enabled whether template files are compared
   * @return this builder
   */
  public GatewayzBuilder checkTemplates(boolean enabled) {
    this.checkTemplates = enabled;
    return this;
  }

  /**
   * Adds one that stands between callers and the gateway; the first is the outermost.
   *
   * @param interceptor used by several threads at once
   * @return this builder
   */
  public GatewayzBuilder interceptor(Interceptor interceptor) {
    interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
    return this;
  }

  /**
   * Adds one that is told what becomes of calls.
   *
   * @param listener called on event loops, so it must not block
   * @return this builder
   */
  public GatewayzBuilder listener(GatewayzListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Completes futures and calls the subscribers of streams on an executor of yours, which is left
   * as it is when the client is closed. What one call hands over comes in order, one after the
   * other; a subscriber that is slow there slows its own server down, and nobody else. A call whose
   * task the executor rejects fails with {@link java.util.concurrent.RejectedExecutionException};
   * an executor that drops tasks without a word leaves calls without an end. Methods that block do
   * not need it, and interceptors and listeners do not run there.
   *
   * <p>Default: none. Futures complete and subscribers are called on event loops, where they must
   * not block; the first that holds one for more than 100 ms is warned of in the log.
   *
   * @param callbackExecutor yours to shut down
   * @return this builder
   */
  public GatewayzBuilder callbackExecutor(Executor callbackExecutor) {
    this.callbackExecutor = Objects.requireNonNull(callbackExecutor, "callbackExecutor");
    return this;
  }

  /**
   * Adds one that carries what belongs to the thread that makes a call, or subscribes to a stream,
   * to where its tools, listeners, interceptors and callbacks run, as in {@code
   * contextCarrier(ContextCarrier.threadLocal(TENANT))}. Default: nothing is carried.
   *
   * @param carrier asked on the thread that makes a call
   * @return this builder
   */
  public GatewayzBuilder contextCarrier(ContextCarrier carrier) {
    carriers.add(Objects.requireNonNull(carrier, "carrier"));
    return this;
  }

  /**
   * Runs the tools of prompts on an executor of yours, which is left as it is when the client is
   * closed. It must not run them on the thread that hands them over, for that is an event loop.
   * Default: a virtual thread for each call of a tool where Java has them (21 and later), else a
   * daemon thread that waits ten seconds for another one.
   *
   * @param toolExecutor yours to shut down
   * @return this builder
   */
  public GatewayzBuilder toolExecutor(Executor toolExecutor) {
    this.toolExecutor = Objects.requireNonNull(toolExecutor, "toolExecutor");
    return this;
  }

  /**
   * Sets how long a tool may take, from when it is handed to the executor. One that takes longer is
   * interrupted, or the future that it returned is cancelled, and the model is told. Default 60 s;
   * the deadline for the whole call bounds all of it.
   *
   * @param toolTimeout above zero
   * @return this builder
   */
  public GatewayzBuilder toolTimeout(Duration toolTimeout) {
    this.toolTimeout = positive("toolTimeout", toolTimeout);
    return this;
  }

  /**
   * Adds one that both changes requests and is told what becomes of calls, as in {@code
   * telemetry(new OpenTelemetryBridge(openTelemetry))}. What it carries as a {@link ContextCarrier}
   * is carried, too.
   *
   * @param <T> is both
   * @param telemetry used by several threads at once
   * @return this builder
   */
  public <T extends Interceptor & GatewayzListener> GatewayzBuilder telemetry(T telemetry) {
    if (telemetry instanceof ContextCarrier carrier) {
      contextCarrier(carrier);
    }
    return interceptor(telemetry).listener(telemetry);
  }

  /**
   * Sets the most connections to one gateway, over all event loops. Default: 128 that speak HTTP/2,
   * 32 that speak HTTP/1.1 and so carry one call each. One that only finishes what it carries does
   * not count.
   *
   * @param http2 how many that speak HTTP/2, at least 1
   * @param http1 how many that speak HTTP/1.1, at least 1
   * @return this builder
   */
  public GatewayzBuilder maxConnections(int http2, int http1) {
    if (http2 < 1 || http1 < 1) {
      throw new IllegalArgumentException("There must be at least one connection of each kind.");
    }
    this.connections = connections.with(http1, http2);
    return this;
  }

  /**
   * Sets how long a connection takes new calls before it is replaced, give or take a tenth, so that
   * changes of address are noticed. Default 10 minutes.
   *
   * @param maxConnectionAge above zero
   * @return this builder
   */
  public GatewayzBuilder maxConnectionAge(Duration maxConnectionAge) {
    this.maxConnectionAge = positive("maxConnectionAge", maxConnectionAge);
    return this;
  }

  /**
   * Sets how long {@link Gatewayz#close()} lets calls under way end. Default 10 s.
   *
   * @param closeGrace zero to end them at once
   * @return this builder
   * @throws IllegalArgumentException if it is below zero
   */
  public GatewayzBuilder closeGrace(Duration closeGrace) {
    if (closeGrace.isNegative()) {
      throw new IllegalArgumentException(
          "closeGrace is " + Durations.text(closeGrace) + "; it must not be below zero.");
    }
    this.closeGrace = closeGrace;
    return this;
  }

  /**
   * {@return the client}
   *
   * @throws IllegalArgumentException if the API base is no URL, or the key would be sent
   *     unencrypted to another machine
   */
  public Gatewayz build() {
    RequestFactory requests =
        new RequestFactory(
            new RequestDefaults(
                ApiBase.parse(apiBase == null ? configuredBase() : apiBase),
                payer == null ? Payer.of(configuredKey()) : payer,
                plaintextAllowed,
                headers,
                extras,
                new RequestRules(rules(), extrasOfGatewayz),
                deadlines,
                retries));
    UsageCounter usage = new UsageCounter();
    Budgets shared = new Budgets(budgets);
    CataloguePrices listed = markup == null ? null : new CataloguePrices(markup);
    Transport transport = transport();
    CallStages stages =
        new CallStages(
            transport,
            listeners,
            new Limits(maxConcurrentCalls, maxWaitingCalls, rate(), waitForRateLimit),
            new GatewayQueues(concurrency, maxWaitingCalls, System::nanoTime),
            new Accounts(usage, new Prices(prices, listed), shared, estimator),
            answers,
            requests.forms(),
            new RetryBudget(),
            new ToolThreads(toolExecutor, toolTimeout),
            Callbacks.on(callbackExecutor),
            carriers);
    CallEngine engine = new CallEngine(stages, new Interception(interceptors, requests));
    if (listed != null) {
      listed.readFrom(Services.prices(engine, requests));
    }
    PromptOptions prompts = new PromptOptions(promptOptions);
    return NettyGatewayz.of(
        new ClientCore(
            transport,
            engine,
            usage,
            shared,
            prompts,
            promptOverrides == null ? Overrides.NONE : promptOverrides.forClient(),
            checkTemplates,
            closeGrace),
        requests);
  }

  /** Who names the limit of answers anew names it so for all of them. */
  private List<ModelRule> rules() {
    List<ModelRule> rules = new ArrayList<>(modelRules);
    if (extras.containsKey("max_completion_tokens")) {
      rules.add(ModelRule.forModels("*").rename("max_tokens", "max_completion_tokens"));
    }
    return rules;
  }

  private CallRate rate() {
    return ratedCalls == 0 ? CallRate.UNLIMITED : CallRate.of(ratedCalls, ratePeriod);
  }

  private Transport transport() {
    if (group != null && channels != null) {
      return new Transport(group, false, channels, options());
    }
    IoKind io = ioKind.get();
    return new Transport(io.newGroup(), true, io.channels(), options());
  }

  private TransportOptions options() {
    SslSource ssl = new SslSource(trusted, clientKey, clientChain);
    return new TransportOptions(
        priorKnowledge,
        ssl::context,
        proxies == null ? ProxyChoice.ofEnvironment(environment) : proxies,
        deadlines.acquire(),
        maxConnectionAge,
        connections,
        TransportOptions.MAX_BUFFERED,
        Http1Options.DEFAULTS,
        Http2Options.DEFAULTS);
  }

  private @Nullable ApiKey configuredKey() {
    String key = configured("gatewayz.api.key", "GATEWAYZ_API_KEY");
    return key == null ? null : ApiKey.of(key);
  }

  private String configuredBase() {
    String base = configured("gatewayz.api.base", "GATEWAYZ_API_BASE");
    return base == null ? DEFAULT_API_BASE : base;
  }

  private @Nullable String configured(String property, String variable) {
    String value = properties.getProperty(property);
    if (value == null || value.isBlank()) {
      value = environment.get(variable);
    }
    return value == null || value.isBlank() ? null : value;
  }

  private static Duration positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          name + " is " + Durations.text(value) + "; it must be above zero.");
    }
    return value;
  }
}
