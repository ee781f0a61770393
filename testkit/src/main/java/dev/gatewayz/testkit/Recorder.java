package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.cassette.Call;
import dev.gatewayz.testkit.internal.cassette.CassetteFile;
import dev.gatewayz.testkit.internal.cassette.Question;
import dev.gatewayz.testkit.internal.cassette.Redaction;
import dev.gatewayz.testkit.internal.cassette.Response;
import dev.gatewayz.testkit.internal.cassette.Track;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Passes requests on to the real gateway, and keeps what it answers. Thread-safe. */
final class Recorder implements Tape.Deck {
  private static final int UNAUTHORIZED = 401;
  private static final String BEARER = "Bearer ";

  /** What local servers are given for a key, such as their own name, is none. */
  private static final int SHORTEST_KEY = 8;

  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

  /**
   * What to record.
   *
   * @param track the name of the part of the file
   * @param prompts the hashes of prompts, as they are now
   * @param headers of answers that are kept, in lower case
   * @param redaction of what is written
   */
  record Rules(
      String track, SortedMap<String, String> prompts, List<String> headers, Redaction redaction) {}

  private final Upstream upstream;
  private final CassetteFile cassette;
  private final Rules rules;
  private final HttpClient client;
  private final SortedMap<Integer, Call> calls = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private Redaction redaction;
  private int begun;
  private int open;

  Recorder(Upstream upstream, CassetteFile cassette, Rules rules) {
    this.upstream = upstream;
    this.cassette = cassette;
    this.rules = rules;
    this.redaction = rules.redaction();
    upstream.apiKey().ifPresent(this::keepSecret);
    // Answers are passed on by the client's own threads, which never wait.
    this.client =
        HttpClient.newBuilder().version(upstream.version()).executor(Runnable::run).build();
  }

  private void keepSecret(String key) {
    if (key.length() >= SHORTEST_KEY) {
      redaction = redaction.withSecret(key);
    }
  }

  @Override
  public Reply answer(RecordedRequest request) {
    int number;
    Redaction clean;
    synchronized (this) {
      number = ++begun;
      open++;
      request
          .header("authorization")
          .filter(value -> upstream.apiKey().isEmpty() && value.startsWith(BEARER))
          .ifPresent(value -> keepSecret(value.substring(BEARER.length())));
      clean = redaction;
    }
    Question question =
        Question.of(
            request.method(),
            request.target(),
            request.header("content-type").orElse(""),
            request.body(),
            clean);
    Relay relay = new Relay(rules.headers(), new Kept(number, question, clean));
    relay.start(client, upstream.request(request));
    return Reply.relayed(relay);
  }

  /** Where the answer to one request goes. */
  private final class Kept implements Relay.Listener {
    private final int number;
    private final Question question;
    private final Redaction redaction;

    Kept(int number, Question question, Redaction redaction) {
      this.number = number;
      this.question = question;
      this.redaction = redaction;
    }

    @Override
    public void answered(HttpRequest request, Response response) {
      if (response.status() == UNAUTHORIZED) {
        failed(request, "the key was refused");
        return;
      }
      Response clean = redaction.response(question.target(), response);
      ended(() -> calls.put(number, new Call(question, clean)));
    }

    @Override
    public void failed(HttpRequest request, String why) {
      ended(() -> failures.add("  " + request.method() + " " + request.uri() + ": " + why));
    }
  }

  private synchronized void ended(Runnable keep) {
    keep.run();
    open--;
    notifyAll();
  }

  @Override
  public boolean isRecording() {
    return true;
  }

  @Override
  public List<String> unused() {
    return List.of();
  }

  @Override
  public List<String> stale() {
    return List.of();
  }

  @Override
  public synchronized void finish() {
    Deadline deadline = Deadline.in(LONGEST_ANSWER);
    while (open > 0) {
      if (!deadline.await(this)) {
        failures.add("  " + open + " answers have not ended");
        open = 0;
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(
          cassette.path()
              + " was not written, because not all answers could be recorded:\n"
              + String.join("\n", failures));
    }
    cassette.put(new Track(rules.track(), rules.prompts(), List.copyOf(calls.values())), redaction);
  }
}
