package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.gatewayz.processor.model.AnswerType;
import dev.gatewayz.processor.model.ReturnShape;

/** How a rendered prompt is sent, by the shape in which its answer is to arrive. */
final class ReturnRule {
  private ReturnRule() {}

  static CodeBlock send(ReturnShape shape, String client, CodeBlock rendering) {
    if (shape instanceof ReturnShape.Single single) {
      String method = (single.whole() ? "complete" : "call") + (single.async() ? "Async" : "");
      return CodeBlock.of("$L.$L($L, $L)", client, method, rendering, reader(single.answer()));
    }
    String method =
        shape instanceof ReturnShape.TextPublisher
            ? "text"
            : shape instanceof ReturnShape.ChunkPublisher ? "chunks" : "textStream";
    return CodeBlock.of("$L.$L($L)", client, method, rendering);
  }

  private static CodeBlock reader(AnswerType answer) {
    if (answer instanceof AnswerType.Text) {
      return CodeBlock.of("$T.TEXT", Types.ANSWER);
    }
    throw new IllegalStateException(answer.toString());
  }
}
