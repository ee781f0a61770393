package fixtures;

import dev.gatewayz.Completion;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Adapters {

  @GatewayzPrompt("Go.")
  Mono<Brief> mono();

  @GatewayzPrompt("Go.")
  Mono<Completion<String>> completion();

  @GatewayzPrompt("Go.")
  Flux<String> flux();

  @GatewayzPrompt("Go.")
  Uni<Brief> uni();

  @GatewayzPrompt("Go.")
  Multi<Brief> multi();

  @GatewayzPrompt("Go.")
  Single<Brief> single();

  @GatewayzPrompt("Go.")
  Flowable<Brief> flowable();

  record Brief(String title) {}
}
