package fixtures;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.GatewayzGenerated;
import dev.gatewayz.codegen.Answer;
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
@GatewayzGenerated
final class GatewayzAdapters implements Adapters {
  private static final Prompt MONO = Prompt.of(
      "Adapters.mono", "f7b800b26185d19c",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Brief\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Go.\"}");

  private static final Prompt COMPLETION = Prompt.of(
      "Adapters.completion", "f9441a432d8a0b08",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Go.\"}");

  private static final Prompt FLUX = Prompt.of(
      "Adapters.flux", "f9441a432d8a0b08",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Go.\"}");

  private static final Prompt UNI = Prompt.of(
      "Adapters.uni", "f7b800b26185d19c",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Brief\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Go.\"}");

  private static final Prompt MULTI = Prompt.of(
      "Adapters.multi", "7adcb54ff23258fb",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Brief_list\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Go.\"}");

  private static final Prompt SINGLE = Prompt.of(
      "Adapters.single", "f7b800b26185d19c",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Brief\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Go.\"}");

  private static final Prompt FLOWABLE = Prompt.of(
      "Adapters.flowable", "7adcb54ff23258fb",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Brief_list\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Go.\"}");

  private static final Answer<Adapters.Brief> BRIEF_ANSWER = Answer.of(GatewayzAdapters::readBrief);

  private final PromptClient client;

  GatewayzAdapters(Gatewayz gatewayz) {
    client = gatewayz.prompts();
  }

  @Override
  public Mono<Adapters.Brief> mono() {
    return JdkFlowAdapter.flowPublisherToFlux(client.publish(MONO.render()
        .raw(0), BRIEF_ANSWER)).next();
  }

  @Override
  public Mono<Completion<String>> completion() {
    return JdkFlowAdapter.flowPublisherToFlux(client.publishCompletion(COMPLETION.render()
        .raw(0), Answer.TEXT)).next();
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
    return Single.fromPublisher(FlowAdapters.toPublisher(client.publish(SINGLE.render()
        .raw(0), BRIEF_ANSWER)));
  }

  @Override
  public Flowable<Adapters.Brief> flowable() {
    return Flowable.fromPublisher(FlowAdapters.toPublisher(client.elements(FLOWABLE.render()
        .raw(0), BRIEF_ANSWER)));
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
