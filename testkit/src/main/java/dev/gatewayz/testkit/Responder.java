package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.openai.ChatAnswer;
import dev.gatewayz.testkit.internal.openai.ChatCall;
import dev.gatewayz.testkit.internal.openai.ChatResponse;
import dev.gatewayz.testkit.internal.server.Act;
import dev.gatewayz.testkit.internal.server.Backend;
import dev.gatewayz.testkit.internal.server.Header;
import dev.gatewayz.testkit.internal.server.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Turns requests into programs: writes them down, checks the key, asks the script, and falls back
 * on what the gateway answers of its own accord. Confined to the server's loop, but for {@link
 * #restart}.
 */
final class Responder implements Backend {
  private final Routes routes;
  private final Script script;
  private final Journal journal;
  private final Tally tally;
  private final Duration tokenDelay;
  private final AtomicLong numbers = new AtomicLong();

  Responder(Routes routes, Script script, Journal journal, Tally tally, Duration tokenDelay) {
    this.routes = routes;
    this.script = script;
    this.journal = journal;
    this.tally = tally;
    this.tokenDelay = tokenDelay;
  }

  /** Begins to number anew: the same requests get the same ids again. */
  void restart() {
    numbers.set(0);
  }

  @Override
  public Optional<Iterator<List<Act>>> early(Request head) {
    return script
        .nextIf(Reply::isEarly)
        .map(
            reply -> {
              RecordedRequest recorded = new RecordedRequest(head, routes.dialect());
              journal.add(recorded);
              return program(reply, recorded);
            });
  }

  @Override
  public Iterator<List<Act>> answer(Request request) {
    RecordedRequest recorded = new RecordedRequest(request, routes.dialect());
    Reply reply = reply(recorded);
    journal.add(recorded);
    return program(reply, recorded);
  }

  private Reply reply(RecordedRequest request) {
    try {
      return routes.refusal(request).or(() -> script.next(request)).orElseGet(Reply::standard);
    } catch (RuntimeException | AssertionError e) {
      tally.failed(e);
      return ErrorReply.brief(500, "internal_error", "The test's function failed: " + e);
    }
  }

  private Iterator<List<Act>> program(Reply scripted, RecordedRequest request) {
    Reply reply = scripted.orStandard(() -> routes.answer(request));
    long number = numbers.incrementAndGet();
    Content content = reply.content();
    if (content instanceof Content.Chat chat) {
      return chat(reply, chat, request, number);
    }
    if (content instanceof Content.Verbatim verbatim) {
      return new Program(verbatim(verbatim, request, number), reply.delivery());
    }
    if (content instanceof Content.Relayed relayed) {
      return relayed.acts();
    }
    return new Program(reply.delivery());
  }

  private Iterator<List<Act>> chat(
      Reply reply, Content.Chat chat, RecordedRequest request, long number) {
    ChatCall call = request.call();
    ChatAnswer answer = reply.changed(chat.answer().apply(call));
    if (answer.failure() != null && !call.isStream()) {
      Reply whole = StreamError.ofMessage(answer.failure()).whole();
      return new Program(
          verbatim((Content.Verbatim) whole.content(), request, number), reply.delivery());
    }
    ChatResponse response = new ChatResponse(number, call, answer);
    List<Header> headers = new ArrayList<>(routes.headers().requestId(request, number));
    if (!call.isStream()) {
      headers.addAll(routes.headers().ofDocument());
      List<byte[]> document = List.of(response.whole().toBytes());
      return new Program(new Rendering(200, headers, document.iterator(), false), reply.delivery());
    }
    headers.addAll(routes.headers().ofStream(call.model(), request.protocol()));
    Reply paced = tokenDelay.isZero() ? reply : reply.beforeEach(Step.pause(tokenDelay));
    return new Program(new Rendering(200, headers, response.events(), true), paced.delivery());
  }

  private Rendering verbatim(Content.Verbatim verbatim, RecordedRequest request, long number) {
    List<Header> headers = new ArrayList<>(routes.headers().requestId(request, number));
    verbatim.contentType().ifPresent(type -> headers.add(new Header("Content-Type", type)));
    return new Rendering(
        verbatim.status(), headers, verbatim.pieces().iterator(), verbatim.stream());
  }
}
