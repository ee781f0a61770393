package dev.gatewayz;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.NotFoundException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.gateway.Balance;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.gateway.Embeddings;
import dev.gatewayz.gateway.Health;
import dev.gatewayz.gateway.KeyLimits;
import dev.gatewayz.gateway.Model;
import dev.gatewayz.gateway.ModelSearch;
import dev.gatewayz.gateway.Transcription;
import dev.gatewayz.gateway.TranscriptionRequest;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.log.Logs;
import dev.gatewayz.usage.Budget;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models, health, balance and embeddings. */
class ServicesTest extends Calls {
  private static final Duration DAY = Duration.ofDays(1);

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
  void eachPageVouchesForItselfAlone() {
    Gatewayz client = client();
    String more = ",\"has_more\":true,\"next_offset\":1";
    gateway.reply(
        page("[{\"id\":\"a/one\"}]", more).header("etag", "\"first\""),
        page("[{\"id\":\"b/two\"}]", "").header("etag", "\"second\""),
        Reply.status(304).header("content-encoding", "gzip"),
        page("[{\"id\":\"b/new\"}]", "").header("etag", "\"third\""),
        Reply.status(304),
        Reply.status(304));

    client.models();
    assertThat(client.models())
        .extracting(Model::name)
        .containsExactly("gatewayz/a/one", "gatewayz/b/new");
    assertThat(client.models())
        .extracting(Model::name)
        .containsExactly("gatewayz/a/one", "gatewayz/b/new");

    assertThat(gateway.requests())
        .extracting(request -> request.header("if-none-match").orElse("-"))
        .containsExactly("-", "-", "\"first\"", "\"second\"", "\"first\"", "\"third\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"data\":null}", "[]", "<html>"})
  void whatIsNoCatalogueIsAnError(String answer) {
    Gatewayz client = client();
    gateway.respond(request -> Reply.json(answer));

    assertThatThrownBy(client::models).isInstanceOf(ProtocolException.class);
  }

  @Test
  void aPageThatNobodyHasAskedForByItsTagCannotBeUnchanged() {
    Gatewayz client = client();
    gateway.respond(request -> Reply.status(304));

    assertThatThrownBy(client::models).isInstanceOf(ProtocolException.class);
  }

  @Test
  void packedPagesAreAskedForAndRead() {
    Gatewayz client = client();
    gateway.reply(page("[{\"id\":\"a/one\"}]", "").gzip());

    assertThat(client.models()).hasSize(1);
    assertThat(gateway.takeRequest().header("accept-encoding")).contains("gzip");
  }

  @Test
  void aModelOfSeveralProvidersIsThereOnceForEach() {
    Gatewayz client = client();
    gateway.reply(
        page(
            "[{\"id\":\"a/one\",\"name\":\"One\",\"provider_slug\":\"p\",\"modality\":\"text->text\","
                + "\"health_status\":\"healthy\",\"description\":\"d\",\"is_active\":null,"
                + "\"pricing\":{\"prompt\":null,\"input_cache_read\":\"0.1\"},"
                + "\"capabilities\":{\"tools\":true,\"vision\":false,\"prompt_caching\":true}},"
                + "{\"id\":\"a/one\",\"source_gateway\":\"q\",\"architecture\":{\"modality\":\"x\"},"
                + "\"capabilities\":[],\"tags\":[1,{\"a\":\"b\"}]}]",
            ""));

    List<Model> models = client.models();

    assertThat(models).extracting(Model::provider).containsExactly("p", "q");
    Model one = models.get(0);
    assertThat(one.displayName()).isEqualTo("One");
    assertThat(one.modality()).isEqualTo("text->text");
    assertThat(one.healthStatus()).isEqualTo("healthy");
    assertThat(one.capabilities()).containsExactly("tools", "prompt_caching");
    assertThat(one.can("tools")).isTrue();
    assertThat(one.can("vision")).isFalse();
    assertThat(one.promptPrice()).isNull();
    assertThat(one.cacheReadPrice()).isEqualByComparingTo("0.1");
    assertThat(one.extra()).containsOnlyKeys("description").containsValue("\"d\"");
    assertThat(models.get(1).modality()).isEqualTo("x");
    assertThat(models.get(1).capabilities()).isEmpty();
    assertThat(models.get(1).extra()).containsEntry("tags", "[1,{\"a\":\"b\"}]");
  }

  @Test
  void modelsThatAreLookedFor() {
    Gatewayz client = client();
    gateway.reply(Reply.json("{\"success\":true,\"data\":[{\"id\":\"a/one\"}],\"meta\":{}}"));

    List<Model> found =
        client.searchModels(
            ModelSearch.builder()
                .words("vision & cheap")
                .maxPrice(new BigDecimal("1e-6"))
                .sortBy(ModelSearch.Order.PRICE, true)
                .limit(5)
                .build());

    assertThat(found).extracting(Model::name).containsExactly("gatewayz/a/one");
    RecordedRequest request = gateway.takeRequest();
    assertThat(request.path()).isEqualTo("/v1/models/search");
    assertThat(request.query("q")).contains("vision & cheap");
    assertThat(request.query("max_price")).contains("0.000001");
    assertThat(request.query("sort_by")).contains("price");
    assertThat(request.query("order")).contains("asc");
    assertThat(request.query("limit")).contains("5");
    assertThatThrownBy(() -> ModelSearch.builder().limit(101))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMockGatewayHasThemOfItsOwnAccord() {
    Gatewayz client = client();

    List<Model> found = client.searchModels(ModelSearch.builder().words("GPT-4o").limit(1).build());
    assertThat(found).hasSize(1);
    assertThat(found.get(0).name()).containsIgnoringCase("gpt-4o");
    assertThat(client.searchModels(ModelSearch.builder().words("no such").build())).isEmpty();
    assertThat(client.keyLimits().requestsPerMinute()).isEqualTo(250);
    assertThat(client.keyLimits().allowed()).isTrue();
    TranscriptionRequest request =
        TranscriptionRequest.builder("gatewayz/whisper-1", "a.mp3", new byte[] {1, 2}).build();
    assertThat(client.transcribe(request).text()).startsWith("A sound");
    assertThat(client.transcribe(request).cost()).isPositive();
    assertThat(client.transcribe(request.toBuilder().format("vtt").build()).language()).isNull();
  }

  @Test
  void whoCancelsTheCatalogueCancelsItsCall() {
    Gatewayz client = client();
    gateway.reply(Reply.silence());

    CompletableFuture<List<Model>> models = client.modelsAsync();
    RecordedRequest request = gateway.takeRequest();
    models.cancel(false);

    assertThat(request.awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
  }

  @Test
  void healthAndModelsNeedNoKey() {
    try (Gatewayz anonymous =
        new GatewayzBuilder(Map.of(), new Properties())
            .apiBase(gateway.apiBase())
            .http2PriorKnowledge()
            .build()) {
      assertThat(anonymous.health().isHealthy()).isTrue();
      assertThat(anonymous.models()).isNotEmpty();
      assertThatThrownBy(anonymous::balance).isInstanceOf(AuthenticationException.class);
    }
    assertThat(gateway.requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.header("authorization")).isEmpty());

    client().health();
    assertThat(gateway.requests().get(2).header("authorization")).isEmpty();
  }

  @Test
  void whatIsLeftOfATrialAndWhatAnotherKeyMayDo() {
    Gatewayz client = client();
    CallOptions other = CallOptions.builder().apiKey("sk-of-another").build();
    gateway.reply(
        Reply.json(
            "{\"api_key\":\"sk-of-an…\",\"credits\":\"1.50\",\"status\":\"trial\",\"user_id\":7,"
                + "\"tokens_remaining\":900,\"requests_remaining\":\"8\","
                + "\"trial_end_date\":\"2026-12-01T00:00:00Z\"}"),
        Reply.json(
            "{\"status\":\"success\",\"api_key\":\"sk-of-an…\",\"current_limits\":{"
                + "\"requests_per_minute\":60,\"tokens_per_day\":1000000,\"requests_per_day\":null},"
                + "\"current_usage\":{\"allowed\":false,\"reason\":\"Too many\"},"
                + "\"reset_times\":{\"minute\":\"x\"}}"));

    Balance balance = client.balance(other);
    KeyLimits limits = client.keyLimits(other);

    assertThat(balance.credits()).isEqualByComparingTo("1.50");
    assertThat(balance.trialTokens()).isEqualTo(900);
    assertThat(balance.trialRequests()).isEqualTo(8);
    assertThat(balance.trialEnd()).isEqualTo("2026-12-01T00:00:00Z");
    assertThat(balance.extra()).containsEntry("user_id", "7").doesNotContainKey("api_key");
    assertThat(limits.requestsPerMinute()).isEqualTo(60);
    assertThat(limits.tokensPerDay()).isEqualTo(1_000_000);
    assertThat(limits.requestsPerDay()).isNull();
    assertThat(limits.allowed()).isFalse();
    assertThat(limits.reason()).isEqualTo("Too many");
    assertThat(limits.extra()).containsKey("reset_times");
    assertThat(gateway.requests())
        .allSatisfy(
            request ->
                assertThat(request.header("authorization")).contains("Bearer sk-of-another"));
  }

  @Test
  void theWordsOfASound(@TempDir Path directory, Logs logs) throws IOException {
    byte[] sound = new byte[100_000];
    new Random(1).nextBytes(sound);
    Path file = Files.write(directory.resolve("a \"call\".mp3"), sound);
    Gatewayz client = client(builder -> builder.budget(Budget.cost("money", "1", DAY)));
    gateway.reply(
        Reply.json(
            "{\"text\":\"Hello.\",\"language\":\"english\",\"duration\":2.5,"
                + "\"gateway_usage\":{\"cost_usd\":0.0125}}"),
        Reply.body(200, "text/plain; charset=utf-8", "WEBVTT\n"),
        Reply.json("{}"));
    TranscriptionRequest request =
        TranscriptionRequest.builder("gatewayz/whisper-1", file)
            .language("en")
            .temperature(0)
            .build();

    Transcription said = client.transcribe(request);

    assertThat(said.text()).isEqualTo("Hello.");
    assertThat(said.language()).isEqualTo("english");
    assertThat(said.duration()).isEqualTo(Duration.ofMillis(2_500));
    assertThat(said.cost()).isEqualByComparingTo("0.0125");
    assertThat(client.usageTracker().snapshot().cost()).isEqualByComparingTo("0.0125");
    assertThat(client.budgets().get(0).used()).isEqualByComparingTo("0.0125");
    RecordedRequest sent = gateway.takeRequest();
    assertThat(sent.path()).isEqualTo("/v1/audio/transcriptions");
    String type = sent.header("content-type").orElseThrow();
    assertThat(type).startsWith("multipart/form-data; boundary=");
    String boundary = type.substring(type.indexOf('=') + 1);
    String latin = new String(sent.body(), StandardCharsets.ISO_8859_1);
    String start = "--" + boundary + "\r\ncontent-disposition: form-data; name=";
    assertThat(latin)
        .startsWith(
            start
                + "\"model\"\r\n\r\nwhisper-1\r\n"
                + start
                + "\"language\"\r\n\r\nen\r\n"
                + start
                + "\"temperature\"\r\n\r\n0.0\r\n"
                + start
                + "\"file\"; filename=\"a %22call%22.mp3\"\r\ncontent-type: audio/mp3\r\n\r\n")
        .endsWith(new String(sound, StandardCharsets.ISO_8859_1) + "\r\n--" + boundary + "--\r\n");

    assertThat(client.transcribe(request.toBuilder().format("vtt").build()).text())
        .isEqualTo("WEBVTT\n");
    logs.take(WARNING, "nobody knows what a call to gatewayz/whisper-1 cost");
    assertThatThrownBy(() -> client.transcribe(request)).isInstanceOf(ProtocolException.class);
  }

  @Test
  void soundThatTheGatewayWouldRefuseIsNotSent() {
    String model = "gatewayz/whisper-1";
    byte[] some = new byte[1];
    assertThatThrownBy(() -> TranscriptionRequest.builder(model, "a.txt", some))
        .hasMessageContaining("mp3");
    assertThatThrownBy(() -> TranscriptionRequest.builder(model, "a.mp3", new byte[0]))
        .hasMessageContaining("empty");
    byte[] large = new byte[TranscriptionRequest.MAX_SIZE + 1];
    assertThatThrownBy(() -> TranscriptionRequest.builder(model, "a.mp3", large))
        .hasMessageContaining("26214400");
    assertThatThrownBy(() -> TranscriptionRequest.builder("whisper-1", "a.mp3", some))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void vectorsInBase64AndNumbersAsText() {
    Gatewayz client = client();
    String base64 =
        Base64.getEncoder()
            .encodeToString(
                ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(1.5f)
                    .putFloat(-2)
                    .array());
    gateway.reply(
        Reply.json(
            "{\"data\":[{\"index\":\"1\",\"embedding\":[\"0.25\",1]},{\"index\":0,\"embedding\":\""
                + base64
                + "\"}],\"took\":3}"));

    Embeddings embeddings =
        client.embeddings(
            EmbeddingRequest.builder("gatewayz/openai/embed")
                .input("a")
                .input(List.of("b"))
                .base64()
                .user("u")
                .build());

    assertThat(embeddings.vectors().get(0)).containsExactly(1.5f, -2f);
    assertThat(embeddings.vectors().get(1)).containsExactly(0.25f, 1f);
    assertThat(embeddings.usage()).isNull();
    assertThat(embeddings.extra()).containsEntry("took", "3");
    assertThat(gateway.takeRequest().bodyText())
        .endsWith("\"input\":[\"a\",\"b\"],\"encoding_format\":\"base64\",\"user\":\"u\"}");
  }

  @Test
  void aServiceHasNoFallbacks() {
    Gatewayz client = client();
    gateway.reply(ErrorReply.envelope(404, "X", "no such model"));
    CallOptions options =
        CallOptions.builder()
            .fallback(Fallback.model("gatewayz/other"))
            .fallback(Fallback.apiBase(gateway.apiBase()))
            .build();

    assertThatThrownBy(
            () -> client.embeddings(EmbeddingRequest.of("gatewayz/openai/embed", "a"), options))
        .isInstanceOf(NotFoundException.class);
    assertThat(gateway.requests()).hasSize(1);
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

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"id\":\"a/one\"}]"})
  void aCatalogueWhoseOffsetsGrowForEverEnds(String models) {
    Gatewayz client = client();
    gateway.respond(
        request ->
            page(
                models,
                ",\"has_more\":true,\"next_offset\":"
                    + (Integer.parseInt(request.query("offset").orElseThrow()) + 1_000)));

    assertThat(client.models()).hasSizeLessThan(2);
    assertThat(gateway.requests()).hasSizeLessThan(3);
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
            .embeddingsAsync(
                EmbeddingRequest.builder("gatewayz/openai/embed")
                    .input("a", "b\n")
                    .dimensions(2)
                    .build())
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
