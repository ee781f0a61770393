package dev.gatewayz.processor.read;

import dev.gatewayz.processor.model.AnswerType;
import dev.gatewayz.processor.model.ReturnShape;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Tells from a return type how the answer arrives. */
final class ReturnReader {
  private static final String PUBLISHER = "java.util.concurrent.Flow.Publisher";
  private static final String SUPPORTED =
      "Return String, Completion<String>, CompletableFuture<String>,"
          + " CompletableFuture<Completion<String>>, Flow.Publisher<String>,"
          + " Flow.Publisher<ChatChunk> or Stream<String>.";

  private ReturnReader() {}

  static Optional<ReturnShape> read(TypeMirror type) {
    String content = Names.of(content(type));
    return switch (Names.of(type)) {
      case "java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage" ->
          single(content(type), true);
      case PUBLISHER -> {
        if (content.equals("java.lang.String")) {
          yield Optional.of(new ReturnShape.TextPublisher());
        }
        yield content.equals("dev.gatewayz.chat.ChatChunk")
            ? Optional.of(new ReturnShape.ChunkPublisher())
            : Optional.empty();
      }
      case "java.util.stream.Stream" ->
          content.equals("java.lang.String")
              ? Optional.of(new ReturnShape.TextStream())
              : Optional.empty();
      default -> single(type, false);
    };
  }

  private static Optional<ReturnShape> single(TypeMirror type, boolean async) {
    boolean whole = Names.of(type).equals("dev.gatewayz.Completion");
    return answer(whole ? content(type) : type)
        .map(answer -> new ReturnShape.Single(answer, async, whole));
  }

  private static Optional<AnswerType> answer(TypeMirror type) {
    return Names.of(type).equals("java.lang.String")
        ? Optional.of(new AnswerType.Text())
        : Optional.empty();
  }

  /** What to return instead. */
  static String advice(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return "A prompt returns its answer. " + SUPPORTED;
    }
    String content = TypeText.of(content(type));
    return switch (Names.of(type)) {
      case "org.reactivestreams.Publisher", "java.util.concurrent.SubmissionPublisher" ->
          "Return Flow.Publisher<" + content + ">.";
      case "java.util.concurrent.Future" -> "Return CompletableFuture<" + content + ">.";
      case "java.util.List", "java.util.Iterator", "java.lang.Iterable" ->
          content.equals("String")
              ? "Return Stream<String> for the text as it arrives, or String for all of it."
              : SUPPORTED;
      default -> SUPPORTED;
    };
  }

  private static TypeMirror content(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.getTypeArguments().size() == 1
        ? declared.getTypeArguments().get(0)
        : type;
  }
}
