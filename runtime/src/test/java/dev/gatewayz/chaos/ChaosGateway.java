package dev.gatewayz.chaos;

import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A gateway that answers as it likes, and breaks off as it likes. */
public final class ChaosGateway implements AutoCloseable {
  private final MockGateway gateway;
  private final long seed;
  private final AtomicLong requests = new AtomicLong();
  private final Random random;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

  /** Its choices follow from the seed and the number of the request. */
  public ChaosGateway(MockGateway gateway, long seed) {
    this.gateway = gateway;
    this.seed = seed;
    this.random = new Random(seed);
    gateway.respond(this::reply);
    timer.scheduleWithFixedDelay(this::disturb, 50, 50, TimeUnit.MILLISECONDS);
  }

  /** Disturbs no more, and takes back what it has disturbed. */
  public void calmDown() throws InterruptedException {
    timer.shutdownNow();
    timer.awaitTermination(10, TimeUnit.SECONDS);
    gateway.resumeReading();
    gateway.maxConcurrentStreams(40);
  }

  private Reply reply(RecordedRequest request) {
    long number = requests.incrementAndGet();
    Random choice = new Random(seed * 31 + number);
    if (request.path().endsWith("/embeddings")) {
      return broken(
          Reply.json(
              "{\"data\":[{\"index\":0,\"embedding\":[0.5,1]}],\"usage\":{\"total_tokens\":1}}"),
          choice,
          1);
    }
    boolean wantsTools = request.bodyText().contains("look") && choice.nextInt(3) > 0;
    if (wantsTools && !request.bodyText().contains("\"role\":\"tool\"")) {
      return broken(Reply.toolCalls(new FunctionCall("look", "{}")), choice, 2);
    }
    List<String> pieces = pieces(number, choice);
    Reply reply = request.isStream() ? Reply.chunks(pieces) : Reply.text(String.join("", pieces));
    if (choice.nextInt(3) == 0) {
      reply = reply.beforeEach(Step.pause(Duration.ofMillis(choice.nextInt(4))));
    }
    if (choice.nextInt(4) == 0) {
      reply = reply.noUsage();
    }
    return broken(reply, choice, pieces.size());
  }

  /** Elements of a list, numbered, so that a text which is not whole or not of one reply shows. */
  private static List<String> pieces(long number, Random choice) {
    int count = 1 + choice.nextInt(12);
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String end = i == count - 1 ? "]" : ",";
      pieces.add((i == 0 ? "[" : "") + (number * 1_000 + i) + end);
    }
    return pieces;
  }

  private static Reply broken(Reply good, Random choice, int count) {
    int at = choice.nextInt(count);
    return switch (choice.nextInt(60)) {
      case 0 -> good.after(at, Step.reset(ErrorCode.INTERNAL_ERROR));
      case 1 -> good.after(at, Step.end());
      case 2 -> good.after(at, Step.stall());
      case 3 -> good.noDone();
      case 4 -> good.noFinishReason();
      case 5 -> Reply.refused();
      case 6 -> Reply.silence();
      case 7 -> ErrorReply.timeout();
      case 8 -> good.after(at, Step.error("Error code: 429 - {}"));
      case 9 -> good.after(at, Step.comment("keepalive"));
      case 10 -> good.split(1 + choice.nextInt(9));
      case 11 -> good.first(Step.inform(103)).trailer("x", "y");
      case 12 -> choice.nextInt(4) == 0 ? good.after(at, Step.close()) : good;
      case 13 -> choice.nextInt(4) == 0 ? good.after(at, Step.abort()) : good;
      case 14 -> choice.nextInt(4) == 0 ? good.after(at, Step.goAway()) : good;
      case 15, 16 -> ErrorReply.capacity();
      case 17 -> Reply.json("{\"choices\":[");
      case 18 ->
          Reply.events("{\"choices\":[{\"delta\":{},\"finish_reason\":\"error\"}]}", "[DONE]");
      case 19 -> good.delay(Duration.ofMillis(choice.nextInt(150)));
      case 20 -> good.finishReason("length");
      case 21 -> Reply.status(choice.nextInt(400, 530));
      case 22 -> good.after(at, Step.send("data: {\"half\":"));
      default -> good;
    };
  }

  private void disturb() {
    switch (random.nextInt(60)) {
      case 0 -> gateway.goAway();
      case 1 -> gateway.abortConnections();
      case 2 -> gateway.closeIdleConnections();
      case 3 -> gateway.goAway(Integer.MAX_VALUE, ErrorCode.NO_ERROR, "soon");
      case 4 -> {
        gateway.pauseReading();
        timer.schedule(gateway::resumeReading, random.nextInt(300), TimeUnit.MILLISECONDS);
      }
      case 5, 6, 7 -> gateway.maxConcurrentStreams(1 + random.nextInt(60));
      default -> {}
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
