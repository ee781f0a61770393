package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.gatewayz.processor.model.Adapter;
import dev.gatewayz.processor.model.AnswerType;
import dev.gatewayz.processor.model.ReturnShape;

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
    if (shape instanceof ReturnShape.Adapted adapted) {
      return adapt(adapted.adapter(), send(adapted.publisher(), rendering));
    }
    if (shape instanceof ReturnShape.Single single) {
      return CodeBlock.of(
          "$L.$L($L, $L)", client, method(single), rendering, reader(single.answer()));
    }
    if (shape instanceof ReturnShape.ElementPublisher elements) {
      return CodeBlock.of(
          "$L.elements($L, $L)", client, rendering, readers.answer(elements.element(), true));
    }
    String method =
        shape instanceof ReturnShape.TextPublisher
            ? "text"
            : shape instanceof ReturnShape.ChunkPublisher ? "chunks" : "textStream";
    return CodeBlock.of("$L.$L($L)", client, method, rendering);
  }

  private static String method(ReturnShape.Single single) {
    return switch (single.delivery()) {
      case VALUE -> single.whole() ? "complete" : "call";
      case FUTURE -> single.whole() ? "completeAsync" : "callAsync";
      case PUBLISHER -> single.whole() ? "publishCompletion" : "publish";
    };
  }

  private CodeBlock reader(AnswerType answer) {
    return answer instanceof AnswerType.Typed typed
        ? CodeBlock.of("$L", readers.answer(typed.structure(), false))
        : CodeBlock.of("$T.TEXT", ClassNames.ANSWER);
  }

  /** The call that turns a publisher into a type of another library. */
  private static CodeBlock adapt(Adapter adapter, CodeBlock publisher) {
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
