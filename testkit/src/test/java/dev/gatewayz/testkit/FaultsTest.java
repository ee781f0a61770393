package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.client.Http2Call;
import dev.gatewayz.testkit.client.Http2Client;
import dev.gatewayz.testkit.client.RawHttp1;
import dev.gatewayz.testkit.schema.OpenAiSchemas;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything that can be made to go wrong. */
class FaultsTest {
  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

  private final MockGateway gateway = mock.gateway();
  private final PlainClient client = PlainClient.cleartext(gateway);

  @Test
  void errorsHaveTheShapesOfTheGateway() {
    gateway.reply(
        ErrorReply.envelope(429, "TOKEN_RATE_LIMIT", "Slow down"),
        ErrorReply.brief(500, "internal_error", "m"),
        ErrorReply.numbered(415, "t", "m"),
        ErrorReply.rateLimitedAddress(),
        ErrorReply.named(404, "unroutable", "m"),
        ErrorReply.validation("stop", "too many"),
        ErrorReply.detail(404, "Not Found"),
        ErrorReply.detail(400, "f", "m"),
        ErrorReply.html(502),
        ErrorReply.plain(520, "edge"),
        ErrorReply.coded(401, "t", "c", "m"),
        ErrorReply.openAi(400, "invalid_request_error", "c", "m"));

    assertThat(body(429))
        .startsWith(
            "{\"error\":{\"type\":\"token_rate_limit\",\"message\":\"Slow down\","
                + "\"detail\":\"Slow down\",\"code\":\"TOKEN_RATE_LIMIT\",\"status\":429,"
                + "\"request_id\":\"req_")
        .contains("\"timestamp\":", "\"suggestions\":[", "\"context\":{}", "\"docs_url\":");
    assertThat(body(500)).isEqualTo("{\"error\":{\"message\":\"m\",\"type\":\"internal_error\"}}");
    assertThat(body(415)).isEqualTo("{\"error\":{\"message\":\"m\",\"type\":\"t\",\"code\":415}}");
    assertThat(body(429))
        .isEqualTo(
            "{\"error\":{\"message\":\"Too many requests from this IP address.\","
                + "\"type\":\"security_limit\"}}");
    assertThat(body(404)).isEqualTo("{\"error\":\"unroutable\",\"message\":\"m\"}");
    assertThat(body(422))
        .isEqualTo(
            "{\"detail\":[{\"type\":\"value_error\",\"loc\":[\"body\",\"stop\"],"
                + "\"msg\":\"too many\",\"input\":null}]}");
    assertThat(body(404)).isEqualTo("{\"detail\":\"Not Found\"}");
    assertThat(body(400)).isEqualTo("{\"detail\":{\"field\":\"f\",\"message\":\"m\"}}");
    assertThat(body(502)).startsWith("<html>").contains("502");
    assertThat(body(520)).isEqualTo("edge");
    assertThat(body(401))
        .isEqualTo("{\"error\":{\"message\":\"m\",\"type\":\"t\",\"code\":\"c\"}}");
    OpenAiSchemas.assertValid("ErrorResponse", body(400));
  }

  @Test
  void knownErrorsCarryTheirHeadersAndContext() {
    gateway.reply(
        ErrorReply.rateLimited(Duration.ofSeconds(30)),
        ErrorReply.rateLimitedUpstream("Wed, 21 Oct 2026 07:28:00 GMT"),
        ErrorReply.capacity(),
        ErrorReply.providerFailed("Error code: 400 - {}"));

    HttpResponse<String> own = client.chat(Chats.WHOLE);
    assertThat(own.headers().firstValue("retry-after")).contains("30");
    assertThat(own.headers().firstValue("x-ratelimit-scope")).isEmpty();
    assertThat(own.body()).contains("\"retry_after\":30");
    HttpResponse<String> upstream = client.chat(Chats.WHOLE);
    assertThat(upstream.headers().firstValue("retry-after")).isPresent();
    assertThat(upstream.headers().firstValue("x-ratelimit-scope")).contains("upstream");
    assertThat(client.chat(Chats.WHOLE).headers().firstValue("retry-after")).contains("5");
    assertThat(client.chat(Chats.WHOLE).body())
        .contains("\"provider_error_message\":\"Error code: 400 - {}\"");
  }

  @Test
  void anErrorComesWithinAStream() {
    gateway.reply(
        Reply.text("one two").after(2, Step.error("402: no"), Step.done(), Step.end()),
        Reply.text("one").last(Step.error("late")));

    List<String> cut = client.stream(Chats.STREAM);
    assertThat(cut).hasSize(4);
    assertThat(cut.get(1)).contains("one");
    assertThat(cut.get(2))
        .isEqualTo("{\"error\":{\"message\":\"402: no\",\"type\":\"internal_error\"}}");
    assertThat(cut.get(3)).isEqualTo("[DONE]");
    assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.CUT);
    assertThat(client.stream(Chats.STREAM)).last().asString().contains("late");
  }

  @Test
  void commentsAndGarbageComeWhereTheyAreToldTo() {
    gateway.reply(
        Reply.text("one")
            .after(0, Step.comment("keepalive"))
            .after(2, Step.send("gar\u0000bage\n\n"), Step.event("a\nb")));

    String body = client.chat(Chats.STREAM).body();

    assertThat(body).startsWith(": keepalive\n\ndata: {");
    assertThat(body).contains("\n\ngar\u0000bage\n\ndata: a\ndata: b\n\ndata: {");
  }

  @Test
  void aStreamIsResetAtAPoint() {
    gateway.reply(
        Reply.text("one two").after(2, Step.reset(ErrorCode.INTERNAL_ERROR)),
        Reply.refused(),
        Reply.text("still here"));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      Http2Call cut = h2.post(Chats.PATH, Chats.STREAM).await();
      assertThat(cut.resetCode()).isEqualTo(2);
      assertThat(cut.text()).contains("one").doesNotContain("two");
      assertThat(cut.isEnded()).isFalse();
      assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.CUT);

      Http2Call refused = h2.post(Chats.PATH, Chats.STREAM).await();
      assertThat(refused.resetCode()).isEqualTo(7);
      assertThat(refused.heads()).isEmpty();
      assertThat(h2.post(Chats.PATH, Chats.STREAM).await().text()).contains(" here");
    }
  }

  @Test
  void aConnectionIsClosedOrAbortedAtAPoint() {
    gateway.reply(
        Reply.text("one two").after(2, Step.close()),
        Reply.text("one two").after(2, Step.abort()),
        Reply.disconnect());

    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      String heard = raw.post(Chats.PATH, Chats.STREAM).hearToEnd();
      assertThat(heard).contains("one").doesNotContain("two").doesNotEndWith("0\r\n\r\n");
    }
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      assertThat(raw.post(Chats.PATH, Chats.STREAM).hearBreak()).hasMessageContaining("reset");
    }
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      assertThat(raw.post(Chats.PATH, Chats.STREAM).hearToEnd()).isEmpty();
    }
    assertThat(gateway.requests())
        .extracting(request -> request.awaitEnding().kind())
        .containsOnly(Ending.Kind.CUT);
  }

  @Test
  void aDocumentIsCutAtAByte() {
    gateway.reply(
        Reply.json("0123456789").afterBytes(3, Step.close()),
        Reply.json("0123456789").afterBytes(0, Step.end()),
        Reply.json("0123456789").afterBytes(10, Step.close()));

    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      assertThat(raw.post(Chats.PATH, Chats.WHOLE).hearToEnd())
          .contains("Content-Length: 10")
          .endsWith("\r\n\r\n012");
    }
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      assertThat(raw.post(Chats.PATH, Chats.WHOLE).hearToEnd()).endsWith("\r\n\r\n");
    }
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      assertThat(raw.post(Chats.PATH, Chats.WHOLE).hearToEnd()).endsWith("\r\n\r\n0123456789");
    }
  }

  @Test
  void anAnswerStaysBelowItsContentLengthOnHttp2() {
    gateway.reply(Reply.json("0123456789").afterBytes(4, Step.end()));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      // Netty's own client notices, and resets the stream.
      Http2Call call = h2.post(Chats.PATH, Chats.WHOLE).await();
      assertThat(call.header("content-length")).isEqualTo("10");
      assertThat(call.text()).isEqualTo("0123");
    }
  }

  @Test
  void takingLeaveLetsTheAnswerFinishAndClosesBehindIt() {
    gateway.reply(Reply.text("one two").after(1, Step.goAway()));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      Http2Call call = h2.post(Chats.PATH, Chats.STREAM).await();
      assertThat(h2.awaitGoAway()).isEqualTo(new Http2Client.GoAway(call.streamId(), 0, ""));
      assertThat(call.text()).endsWith("[DONE]\n\n");
      assertThat(call.isEnded()).isTrue();
      h2.awaitClosed();
    }
    assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.ANSWERED);
  }

  @Test
  void aGoAwaySaysWhatItIsToldTo() {
    gateway.reply(
        Reply.silence(),
        Reply.nothingBut(Step.goAway(1, ErrorCode.ENHANCE_YOUR_CALM, "too_many_pings")));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      h2.post(Chats.PATH, Chats.STREAM);
      h2.post(Chats.PATH, Chats.STREAM);
      assertThat(h2.awaitGoAway()).isEqualTo(new Http2Client.GoAway(1, 11, "too_many_pings"));
      h2.awaitClosed();
    }
    assertThat(gateway.requests())
        .extracting(request -> request.awaitEnding().kind())
        .containsExactly(Ending.Kind.CUT, Ending.Kind.CUT);
  }

  @Test
  void aGoAwayThatDrawsNoLineYetLeavesTheConnectionInUse() {
    gateway.reply(
        Reply.text("one").first(Step.goAway(Integer.MAX_VALUE, ErrorCode.NO_ERROR, "soon")));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      Http2Call call = h2.post(Chats.PATH, Chats.STREAM).await();
      assertThat(h2.awaitGoAway().lastStreamId()).isEqualTo(Integer.MAX_VALUE);
      assertThat(call.isEnded()).isTrue();
      assertThat(h2.isOpen()).isTrue();
      gateway.goAway();
      h2.awaitClosed();
    }
  }

  @Test
  void aConnectionMayCloseBehindAnAnswerThatPromisedToKeepIt() {
    gateway.reply(Reply.text("one").afterwards(Step.close()));
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      assertThat(raw.post(Chats.PATH, Chats.STREAM).hearToEnd())
          .contains("keep-alive")
          .endsWith("0\r\n\r\n");
    }
    assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.ANSWERED);
  }

  @Test
  void anAnswerMayComeBeforeItsRequestIsComplete() {
    gateway.reply(ErrorReply.brief(413, "too_large", "m").early(), Reply.text("next"));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      Http2Call call = h2.open(Chats.PATH).await();
      assertThat(call.status()).isEqualTo(413);
      assertThat(call.isEnded()).isTrue();
      assertThat(call.resetCode()).isEqualTo(0);
      assertThat(h2.post(Chats.PATH, Chats.WHOLE).await().text()).contains("next");
    }
  }

  @Test
  void anEarlyAnswerClosesAnHttp1ConnectionWithoutLosingIt() {
    gateway.reply(ErrorReply.brief(413, "too_large", "m").early());
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      raw.say("POST /v1/chat/completions HTTP/1.1\r\nHost: m\r\nContent-Length: 99999\r\n\r\nabc");
      assertThat(raw.hear("}}")).startsWith("HTTP/1.1 413 ");
      raw.say("def");
      assertThat(raw.hearToEnd()).isEmpty();
    }
  }

  @Test
  void pingsAreSentAndTheirAnswersCounted() {
    gateway.reply(Reply.text("one").beforeEach(Step.ping()));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      h2.post(Chats.PATH, Chats.STREAM).await();
      h2.ping();
      gateway.awaitCounters(
          counters -> counters.pingAcksReceived() == 4 && counters.pingsReceived() == 1);
    }
  }

  @Test
  void aStepOfTheTestsThatFailsIsReported() {
    try (MockGateway own = MockGateway.start()) {
      own.reply(
          Reply.nothingBut(
              Step.run(
                  () -> {
                    throw new IllegalStateException("mine");
                  })));
      own.respond(
          request -> {
            throw new IllegalStateException("mine too");
          });
      try (RawHttp1 raw = new RawHttp1(own.port())) {
        raw.post(Chats.PATH, Chats.WHOLE).hearBreak();
      }
      assertThat(PlainClient.cleartext(own).chat(Chats.WHOLE).statusCode()).isEqualTo(500);
      assertThat(own.failures())
          .extracting(Throwable::getMessage)
          .containsExactly("mine", "mine too");
    }
  }

  private String body(int status) {
    HttpResponse<String> response = client.chat(Chats.WHOLE);
    assertThat(response.statusCode()).isEqualTo(status);
    return response.body();
  }
}
