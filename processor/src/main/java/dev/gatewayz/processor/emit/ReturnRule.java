package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.gatewayz.processor.model.Adapter;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.ReturnShapeVisitor;

/** How a rendered prompt is sent, by the shape in which its answer is to arrive. */
final class ReturnRule {
  private static final ClassName FLOW_ADAPTERS =
      ClassName.get("org.reactivestreams", "FlowAdapters");
  private static final ClassName JDK_FLOW_ADAPTER =
      ClassName.get("reactor.adapter", "JdkFlowAdapter");

  private final String client;
  private final Readers readers;

  /**
   * A rule.
   *
   * @param client what sends
   */
  ReturnRule(String client, Readers readers) {
    this.client = client;
    this.readers = readers;
  }

  CodeBlock send(ReturnShape shape, CodeBlock rendering) {
    return shape.accept(new Send(rendering));
  }

  /** The call that sends one rendering. */
  private final class Send implements ReturnShapeVisitor<CodeBlock> {
    private final CodeBlock rendering;

    Send(CodeBlock rendering) {
      this.rendering = rendering;
    }

    @Override
    public CodeBlock single(ReturnShape.Single single) {
      return single
          .answer()
          .match(
              text -> by(method(single)),
              typed ->
                  with(
                      method(single),
                      CodeBlock.of("$L", readers.answer(typed.structure(), false))));
    }

    @Override
    public CodeBlock textPublisher(ReturnShape.TextPublisher publisher) {
      return by("text");
    }

    @Override
    public CodeBlock chunkPublisher(ReturnShape.ChunkPublisher publisher) {
      return by("chunks");
    }

    @Override
    public CodeBlock elementPublisher(ReturnShape.ElementPublisher publisher) {
      return with("elements", CodeBlock.of("$L", readers.answer(publisher.element(), true)));
    }

    @Override
    public CodeBlock snapshotPublisher(ReturnShape.SnapshotPublisher publisher) {
      return CodeBlock.of(
          "$L.snapshots($L,$W$L,$W$L)",
          client,
          rendering,
          readers.answer(publisher.value(), false),
          readers.growing(publisher.value()));
    }

    @Override
    public CodeBlock blocking(ReturnShape.Blocking blocking) {
      return CodeBlock.of("$L.blocking()", blocking.publisher().accept(this));
    }

    @Override
    public CodeBlock adapted(ReturnShape.Adapted adapted) {
      return adapt(adapted.adapter(), adapted.publisher().accept(this));
    }

    private CodeBlock by(String method) {
      return CodeBlock.of("$L.$L($L)", client, method, rendering);
    }

    private CodeBlock with(String method, CodeBlock reader) {
      return CodeBlock.of("$L.$L($L,$W$L)", client, method, rendering, reader);
    }
  }

  /** The method that sends for an answer in one piece. */
  static String method(ReturnShape.Single single) {
    return switch (single.delivery()) {
      case VALUE -> single.whole() ? "complete" : "call";
      case FUTURE -> single.whole() ? "completeAsync" : "callAsync";
      case PUBLISHER -> single.whole() ? "publishCompletion" : "publish";
    };
  }

  /** The call that turns a publisher into a type of another library. */
  static CodeBlock adapt(Adapter adapter, CodeBlock publisher) {
    ClassName type = ClassName.bestGuess(adapter.className());
    return switch (adapter) {
      case MONO -> CodeBlock.of("$T.flowPublisherToFlux($L).next()", JDK_FLOW_ADAPTER, publisher);
      case FLUX -> CodeBlock.of("$T.flowPublisherToFlux($L)", JDK_FLOW_ADAPTER, publisher);
      case UNI, MULTI -> CodeBlock.of("$T.createFrom().publisher($L)", type, publisher);
      case SINGLE, FLOWABLE ->
          CodeBlock.of("$T.fromPublisher($T.toPublisher($L))", type, FLOW_ADAPTERS, publisher);
    };
  }
}
