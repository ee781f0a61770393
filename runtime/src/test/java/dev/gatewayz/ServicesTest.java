package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.gateway.Embeddings;
import dev.gatewayz.gateway.Health;
import dev.gatewayz.gateway.Model;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models, health, balance and embeddings. */
class ServicesTest extends Calls {

  @Test
  void modelsOfAllPages() {
    Gatewayz client = client();
    gateway.reply(
        page("[{\"id\":\"a/one\"},{\"id\":\"b/two\"}]", ",\"has_more\":true,\"next_offset\":2"),
        page("[{\"id\":\"c/three\"}]", ",\"has_more\":false"));

    assertThat(client.modelsAsync().join())
        .extracting(Model::name)
        .containsExactly("gatewayz/a/one", "gatewayz/b/two", "gatewayz/c/three");

    assertThat(gateway.requests()).extracting(RecordedRequest::path).containsOnly("/v1/models");
    assertThat(gateway.requests())
        .extracting(request -> request.query("offset").orElseThrow())
        .containsExactly("0", "2");
  }

  @Test
  void anUnchangedCatalogueIsNotSentAgain() {
    Gatewayz client = client();
    gateway.reply(
        page("[{\"id\":\"a/one\"}]", "").header("etag", "\"v1\""),
        Reply.status(304),
        page("[{\"id\":\"a/new\"}]", "").header("etag", "\"v2\""));

    List<Model> first = client.modelsAsync().join();
    assertThat(client.modelsAsync().join()).isEqualTo(first);
    assertThat(client.modelsAsync().join())
        .extracting(Model::name)
        .containsExactly("gatewayz/a/new");

    assertThat(gateway.takeRequest().header("if-none-match")).isEmpty();
    assertThat(gateway.takeRequest().header("if-none-match")).contains("\"v1\"");
    assertThat(gateway.takeRequest().header("if-none-match")).contains("\"v1\"");
  }

  @Test
  void whatIsKnownOfAModel() {
    Gatewayz client = client();
    gateway.reply(
        page(
            "[{\"id\":\"a/one\",\"owned_by\":\"A\",\"context_length\":128000,"
                + "\"pricing\":{\"prompt\":\"0.00000015\",\"completion\":6e-7},"
                + "\"supported_parameters\":[\"tools\",\"seed\"]},{\"id\":\"b/bare\"},"
                + "{\"id\":\"\"},{},null,7]",
            ""));

    List<Model> models = client.modelsAsync().join();

    assertThat(models).hasSize(2);
    Model one = models.get(0);
    assertThat(one.ownedBy()).isEqualTo("A");
    assertThat(one.contextLength()).isEqualTo(128_000);
    assertThat(one.promptPrice()).isEqualByComparingTo("0.00000015");
    assertThat(one.completionPrice()).isEqualByComparingTo("0.0000006");
    assertThat(one.supportedParameters()).containsExactly("tools", "seed");
    assertThat(models.get(1).contextLength()).isZero();
  }

  @Test
  void aCatalogueThatDoesNotMoveOnEnds() {
    Gatewayz client = client();
    gateway.respond(
        request -> page("[{\"id\":\"a/one\"}]", ",\"has_more\":true,\"next_offset\":0"));

    assertThat(client.modelsAsync().join()).hasSize(1);
  }

  @Test
  void theMockHasThemAll() {
    Gatewayz client = client();

    assertThat(client.modelsAsync().join()).isNotEmpty();
    assertThat(client.healthAsync().join().isHealthy()).isTrue();
    assertThat(client.balanceAsync().join().credits()).isNotNull();
  }

  @Test
  void healthThatIsNotWell() {
    Gatewayz client = client();
    gateway.reply(
        Reply.json("{\"status\":\"degraded\",\"mode\":\"degraded\",\"version\":\"2.0.3\"}"));

    Health health = client.healthAsync().join();

    assertThat(health.isHealthy()).isFalse();
    assertThat(health.version()).isEqualTo("2.0.3");
  }

  @Test
  void vectorsInTheOrderOfTheTexts() {
    Gatewayz client = client();
    gateway.reply(
        Reply.json(
            "{\"model\":\"openai/embed\",\"data\":["
                + "{\"index\":1,\"embedding\":[3,4.5]},{\"index\":0,\"embedding\":[-1e-3,2]}],"
                + "\"usage\":{\"prompt_tokens\":5,\"total_tokens\":5}}"));

    Embeddings embeddings =
        client
            .embeddingsAsync(new EmbeddingRequest("gatewayz/openai/embed", List.of("a", "b\n"), 2))
            .join();

    assertThat(embeddings.vectors().get(0)).containsExactly(-0.001f, 2f);
    assertThat(embeddings.vectors().get(1)).containsExactly(3f, 4.5f);
    assertThat(embeddings.model()).isEqualTo("gatewayz/openai/embed");
    assertThat(gateway.takeRequest().bodyText())
        .isEqualTo("{\"model\":\"openai/embed\",\"input\":[\"a\",\"b\\n\"],\"dimensions\":2}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"data\":[]}",
        "{\"data\":[{\"embedding\":[1]},{\"embedding\":[1]}]}",
        "{\"data\":[{\"embedding\":\"AAAA\"}]}",
        "{\"data\":[{\"embedding\":[null]}]}",
        "<html>"
      })
  void whatIsNoVectorIsAnError(String answer) {
    Gatewayz client = client();
    gateway.reply(Reply.json(answer));

    assertThatThrownBy(
            () -> client.embeddingsAsync(EmbeddingRequest.of("gatewayz/openai/embed", "a")).join())
        .hasCauseInstanceOf(ProtocolException.class)
        .hasMessageContaining("Gatewayz.embeddings");
  }

  @Test
  void errorsAreTypedAndRetriesWorkHereToo() {
    Gatewayz client = client();
    gateway.reply(ErrorReply.capacity(), Reply.json("{\"status\":\"healthy\"}"));
    assertThat(client.healthAsync().join().isHealthy()).isTrue();

    gateway.reply(ErrorReply.missingKey());
    assertThatThrownBy(() -> client.balanceAsync().join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(AuthenticationException.class)
        .cause()
        .hasMessageStartingWith("Gatewayz.balance: ")
        .hasMessageNotContaining(Wire.KEY);
  }

  @Test
  void requestIdsAreSentAndThoseOfTheServerSurface() {
    Gatewayz client = client();
    gateway.reply(
        ErrorReply.envelope(404, "X", "m").header("x-request-id", "server-7"),
        ErrorReply.envelope(404, "X", "m").withoutHeader("x-request-id"));

    GatewayzException first = failure(client.balanceAsync());
    GatewayzException second = failure(client.balanceAsync());

    String sent = gateway.takeRequest().header("x-request-id").orElseThrow();
    String next = gateway.takeRequest().header("x-request-id").orElseThrow();
    assertThat(sent).matches("[A-Za-z0-9._-]{1,64}").isNotEqualTo(next);
    assertThat(first.requestId()).isEqualTo("server-7");
    assertThat(second.requestId()).isEqualTo(next);
  }

  private static GatewayzException failure(CompletableFuture<?> future) {
    return (GatewayzException) future.handle((value, failure) -> failure).join();
  }

  private static Reply page(String models, String more) {
    return Reply.json("{\"object\":\"list\",\"data\":" + models + more + "}");
  }
}
