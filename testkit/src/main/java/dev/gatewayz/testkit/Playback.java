package dev.gatewayz.testkit;

import dev.gatewayz.testkit.Cassette.Strictness;
import dev.gatewayz.testkit.internal.cassette.Call;
import dev.gatewayz.testkit.internal.cassette.CassetteFile;
import dev.gatewayz.testkit.internal.cassette.Difference;
import dev.gatewayz.testkit.internal.cassette.Piece;
import dev.gatewayz.testkit.internal.cassette.Question;
import dev.gatewayz.testkit.internal.cassette.Redaction;
import dev.gatewayz.testkit.internal.cassette.Response;
import dev.gatewayz.testkit.internal.cassette.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers with what was recorded. Thread-safe. */
final class Playback implements Tape.Deck {
  private static final int NOT_RECORDED = 409;

  /**
   * How to play.
   *
   * @param redaction of what is compared
   * @param prompts the hashes of prompts, as they are now
   * @param pace whether recorded pauses are made
   * @param unused what becomes of calls that are left
   * @param stale what becomes of prompts that have changed
   */
  record Rules(
      Redaction redaction,
      SortedMap<String, String> prompts,
      boolean pace,
      Strictness unused,
      Strictness stale) {}

  private final String file;
  private final Rules rules;
  private final List<Call> calls = new ArrayList<>();
  private final List<Call> left = new ArrayList<>();
  private final List<String> stale = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  Playback(CassetteFile cassette, Optional<String> name, Rules rules) {
    this.file = cassette.path().toString();
    this.rules = rules;
    List<Track> tracks =
        cassette
            .read()
            .orElseThrow(
                () -> new IllegalStateException("There is no cassette " + file + ". " + Tape.HOW));
    List<Track> played =
        tracks.stream().filter(track -> name.map(track.name()::equals).orElse(true)).toList();
    if (played.isEmpty()) {
      throw new IllegalStateException(
          file
              + " has no recording of "
              + name.orElse("anything")
              + ", only of: "
              + tracks.stream().map(Track::name).collect(Collectors.joining(", "))
              + ". "
              + Tape.HOW);
    }
    SortedMap<String, String> recorded = new TreeMap<>();
    played.forEach(track -> recorded.putAll(track.prompts()));
    recorded.forEach((id, hash) -> compare(id, hash, rules.prompts().get(id)));
    played.forEach(track -> calls.addAll(track.calls()));
    left.addAll(calls);
  }

  private void compare(String id, String before, @Nullable String now) {
    if (now != null && !now.equals(before)) {
      stale.add("  prompt " + id + ": " + before + " then, " + now + " now");
    } else if (now == null && !rules.prompts().isEmpty()) {
      stale.add("  prompt " + id + ": " + before + " then, not among the prompts of this test now");
    }
  }

  @Override
  public Reply answer(RecordedRequest request) {
    Question question =
        Question.of(
            request.method(),
            request.target(),
            request.header("content-type").orElse(""),
            request.body(),
            rules.redaction());
    Optional<Response> response = next(question);
    return response.isPresent() ? reply(response.get()) : notRecorded(question);
  }

  private synchronized Optional<Response> next(Question question) {
    for (Call call : left) {
      if (call.question().equals(question)) {
        left.remove(call);
        return Optional.of(call.response());
      }
    }
    return Optional.empty();
  }

  private Reply reply(Response response) {
    Optional<String> type = Optional.empty();
    for (Map.Entry<String, String> header : response.headers()) {
      if (header.getKey().equals("content-type")) {
        type = Optional.of(header.getValue());
      }
    }
    List<byte[]> bytes = response.pieces().stream().map(Piece::bytes).toList();
    Reply reply = Reply.recorded(response.status(), type, bytes, response.isStream());
    for (Map.Entry<String, String> header : response.headers()) {
      if (!header.getKey().equals("content-type")) {
        reply = reply.header(header.getKey(), header.getValue());
      }
    }
    return rules.pace() ? paced(reply, response) : reply;
  }

  private static Reply paced(Reply reply, Response response) {
    Reply paced = reply.delay(Duration.ofMillis(response.afterMillis()));
    for (int i = 0; i < response.pieces().size(); i++) {
      long pause = response.pieces().get(i).afterMillis();
      paced = pause == 0 ? paced : paced.after(i, Step.pause(Duration.ofMillis(pause)));
    }
    return paced;
  }

  private synchronized Reply notRecorded(Question question) {
    String message = message(question);
    missed.add(message);
    return ErrorReply.openAi(NOT_RECORDED, "cassette_error", "not_recorded", message)
        .header("x-should-retry", "false");
  }

  private String message(Question question) {
    String asked = "The request " + question.method() + " " + question.target() + " is not on ";
    StringBuilder message = new StringBuilder(asked).append(file).append(".\n");
    long times = calls.stream().filter(call -> call.question().equals(question)).count();
    if (times > 0) {
      message.append("It was recorded ").append(times).append(" times and asked once more.\n");
    } else {
      nearest(question)
          .ifPresentOrElse(
              difference -> {
                message.append("The nearest recorded one differs in:\n");
                difference.lines().forEach(line -> message.append(line).append('\n'));
              },
              () -> message.append("Nothing is recorded.\n"));
    }
    return message.append(stale.isEmpty() ? Tape.HOW : Tape.staleText(file, stale)).toString();
  }

  /** The difference from the one that has most in common, those that are left first. */
  private Optional<Difference> nearest(Question question) {
    @Nullable Difference nearest = null;
    for (Call call : left.isEmpty() ? calls : left) {
      Difference difference = Difference.of(call.question(), question);
      if (nearest == null || difference.distance() < nearest.distance()) {
        nearest = difference;
      }
    }
    return Optional.ofNullable(nearest);
  }

  @Override
  public boolean isRecording() {
    return false;
  }

  @Override
  public synchronized List<String> unused() {
    return left.stream()
        .map(
            call ->
                "  "
                    + call.question().method()
                    + " "
                    + call.question().target()
                    + call.question()
                        .json()
                        .flatMap(json -> json.get("model").text())
                        .map(model -> " (" + model + ")")
                        .orElse(""))
        .toList();
  }

  @Override
  public synchronized List<String> stale() {
    return List.copyOf(stale);
  }

  @Override
  public synchronized void finish() {
    List<String> findings = new ArrayList<>(missed);
    findings.addAll(Tape.findings(file, rules.unused(), unused(), rules.stale(), stale));
    missed.clear();
    if (!findings.isEmpty()) {
      throw new AssertionError(String.join("\n\n", findings));
    }
  }
}
