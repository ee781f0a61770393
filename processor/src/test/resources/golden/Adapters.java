package fixtures;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.reactivestreams.FlowAdapters;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Implements {@link Adapters}.
 */
@GatewayzGenerated(
    format = 1
)
class GatewayzAdapters implements Adapters {
  static final String MONO_ID = "fixtures.Adapters.mono";

  static final String COMPLETION_ID = "fixtures.Adapters.completion";

  static final String FLUX_ID = "fixtures.Adapters.flux";

  static final String UNI_ID = "fixtures.Adapters.uni";

  static final String MULTI_ID = "fixtures.Adapters.multi";

  static final String SINGLE_ID = "fixtures.Adapters.single";

  static final String FLOWABLE_ID = "fixtures.Adapters.flowable";

  private static final Prompt MONO = Prompt.of(
      MONO_ID, "f7b800b26185d19c",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Brief\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Go.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"title\": string\n}");

  private static final Prompt COMPLETION = Prompt.of(
      COMPLETION_ID, "f9441a432d8a0b08",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Go.\"}");

  private static final Prompt FLUX = Prompt.of(
      FLUX_ID, "f9441a432d8a0b08",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Go.\"}");

  private static final Prompt UNI = Prompt.of(
      UNI_ID, "f7b800b26185d19c",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Brief\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Go.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"title\": string\n}");

  private static final Prompt MULTI = Prompt.of(
      MULTI_ID, "7adcb54ff23258fb",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Brief_list\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Go.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": {\n    \"title\": string\n  }[]\n}");

  private static final Prompt SINGLE = Prompt.of(
      SINGLE_ID, "f7b800b26185d19c",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Brief\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Go.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"title\": string\n}");

  private static final Prompt FLOWABLE = Prompt.of(
      FLOWABLE_ID, "7adcb54ff23258fb",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Brief_list\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Go.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": {\n    \"title\": string\n  }[]\n}");

  private static final AnswerType<Adapters.Brief> BRIEF_ANSWER = AnswerType.of(GatewayzAdapters::readBrief);

  private final PromptClient client;

  GatewayzAdapters(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Adapters", MONO_ID, COMPLETION_ID, FLUX_ID,
        UNI_ID, MULTI_ID, SINGLE_ID, FLOWABLE_ID);
  }

  @Override
  public Mono<Adapters.Brief> mono() {
    return JdkFlowAdapter.flowPublisherToFlux(client.publish(MONO.render().raw(0),
        BRIEF_ANSWER)).next();
  }

  @Override
  public Mono<Completion<String>> completion() {
    return JdkFlowAdapter.flowPublisherToFlux(client.publishCompletion(COMPLETION.render().raw(0))).next();
  }

  @Override
  public Flux<String> flux() {
    return JdkFlowAdapter.flowPublisherToFlux(client.text(FLUX.render().raw(0)));
  }

  @Override
  public Uni<Adapters.Brief> uni() {
    return Uni.createFrom().publisher(client.publish(UNI.render().raw(0), BRIEF_ANSWER));
  }

  @Override
  public Multi<Adapters.Brief> multi() {
    return Multi.createFrom().publisher(client.elements(MULTI.render().raw(0), BRIEF_ANSWER));
  }

  @Override
  public Single<Adapters.Brief> single() {
    return Single.fromPublisher(FlowAdapters.toPublisher(client.publish(SINGLE.render().raw(0),
        BRIEF_ANSWER)));
  }

  @Override
  public Flowable<Adapters.Brief> flowable() {
    return Flowable.fromPublisher(FlowAdapters.toPublisher(client.elements(FLOWABLE.render().raw(0),
        BRIEF_ANSWER)));
  }

  private static Adapters.Brief readBrief(JsonIn in) {
    String title = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "title" -> title = in.string();
        default -> in.skip();
      }
    }
    return new Adapters.Brief(in.required("title", title));
  }
}
