package dev.gatewayz.processor.read;

import dev.gatewayz.processor.model.Adapter;
import dev.gatewayz.processor.model.AnswerType;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Tells from a return type how the answer arrives, and what it is read as. */
final class ReturnReader {
  private static final String ANSWER_STREAM = "dev.gatewayz.AnswerStream";
  private static final String PUBLISHER = "java.util.concurrent.Flow.Publisher";
  private static final String STRING = "java.lang.String";

  private static final String SUPPORTED =
      "Return String, a record, an enum, a number, a List of these, or Completion,"
          + " CompletableFuture, Stream or AnswerStream of them.";

  private final ExecutableElement method;
  private final List<ExecutableElement> lineage;
  private final Viewer viewer;
  private final boolean strict;
  private final boolean grows;

  /**
   * A reader for one prompt.
   *
   * @param lineage its method, and those that are implemented with it
   * @param strict whether the server is to enforce schemas
   * @param grows whether a stream is to carry one value as it grows
   */
  ReturnReader(List<ExecutableElement> lineage, Viewer viewer, boolean strict, boolean grows) {
    this.method = lineage.get(0);
    this.lineage = lineage;
    this.viewer = viewer;
    this.strict = strict;
    this.grows = grows;
  }

  /** Reads the type; what is wrong with it is reported. */
  Result<ReturnShape> read(Written written) {
    TypeMirror type = written.type();
    String name = Names.of(type);
    Optional<Adapter> adapter = Adapter.of(name);
    if (adapter.isPresent() && hasContent(type)) {
      return adapted(adapter.get(), written)
          .map(shape -> new ReturnShape.Adapted(shape, adapter.get()));
    }
    return switch (name) {
      case "java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage" ->
          single(content(written), ReturnShape.Delivery.FUTURE);
      case ANSWER_STREAM, PUBLISHER -> publisher(written);
      case "java.util.stream.Stream" -> publisher(written).map(ReturnShape.Blocking::new);
      default -> single(written, ReturnShape.Delivery.VALUE);
    };
  }

  private Result<ReturnShape> adapted(Adapter adapter, Written type) {
    return adapter.isMany()
        ? publisher(type)
        : single(content(type), ReturnShape.Delivery.PUBLISHER);
  }

  private Result<ReturnShape> publisher(Written type) {
    if (!hasContent(type.type())) {
      return refuse(type.type());
    }
    Written content = content(type);
    if (Names.of(content.type()).equals(STRING)) {
      return Result.of(new ReturnShape.TextPublisher(), unchecked(content));
    }
    if (Names.of(content.type()).equals("dev.gatewayz.chat.ChatChunk")) {
      return Result.of(new ReturnShape.ChunkPublisher());
    }
    if (!isAnswer(content.type())) {
      return refuse(type.type());
    }
    Result<Structure> structure = structure(content);
    return grows
        ? structure.map(ReturnShape.SnapshotPublisher::new)
        : structure.map(ReturnReader::elements);
  }

  private static ReturnShape elements(Structure element) {
    Slot root = element.root();
    Slot list =
        Slot.of(
            new DataType.Elements(root, DataType.Elements.Container.LIST),
            root.java(),
            root.origin());
    String name = element.name().length() > 59 ? "elements" : element.name() + "_list";
    return new ReturnShape.ElementPublisher(
        new Structure(name, list, element.definitions(), element.strict()), element);
  }

  private Result<ReturnShape> single(Written type, ReturnShape.Delivery delivery) {
    boolean whole =
        Names.of(type.type()).equals("dev.gatewayz.Completion") && hasContent(type.type());
    return answer(whole ? content(type) : type)
        .map(answer -> new ReturnShape.Single(answer, delivery, whole));
  }

  private Result<AnswerType> answer(Written type) {
    if (Names.of(type.type()).equals(STRING)) {
      return Result.of(new AnswerType.Text(), unchecked(type));
    }
    return isAnswer(type.type()) ? structure(type).map(AnswerType.Typed::new) : refuse(type.type());
  }

  private Result<Structure> structure(Written type) {
    String place = "The answer of " + method.getSimpleName();
    return new DataReader(viewer, strict)
        .read(new DataPlace(type, place, "", Origin.of(method)), marks(type));
  }

  private Annotations marks(Written type) {
    Annotations marks = type.marks();
    for (ExecutableElement declared : lineage) {
      marks = marks.and(Annotations.of(declared));
    }
    return marks;
  }

  /** Text is an answer as it comes: nothing checks it. */
  private Findings unchecked(Written text) {
    return ConstraintReader.names(marks(text)).stream()
        .findFirst()
        .map(
            name ->
                Findings.of(
                    Message.NO_EFFECT,
                    Origin.of(method),
                    "@" + name,
                    Names.display(method.getReturnType())))
        .orElse(Findings.NONE);
  }

  /** Types of which no more than the name need be known to tell that they hold no answer. */
  private static boolean isAnswer(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return false;
    }
    String name = Names.of(type);
    return !(name.startsWith("java.util.concurrent.")
        || name.startsWith("java.util.stream.")
        || name.startsWith("org.reactivestreams.")
        || name.startsWith("dev.gatewayz.chat.")
        || name.equals("dev.gatewayz.Completion")
        || name.equals(ANSWER_STREAM)
        || Adapter.of(name).isPresent()
        || name.equals("java.lang.Void")
        || name.equals("java.lang.Object")
        || name.equals("java.util.Iterator")
        || name.equals("java.lang.Iterable"));
  }

  private <T> Result<T> refuse(TypeMirror type) {
    return Result.none(Message.RETURN_TYPE, Origin.of(method), Names.display(type), advice(type));
  }

  /** What to return instead. */
  private static String advice(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return "A prompt returns its answer. " + SUPPORTED;
    }
    String content = Names.display(content(type));
    return switch (Names.of(type)) {
      case "org.reactivestreams.Publisher", "java.util.concurrent.SubmissionPublisher" ->
          "Return Flow.Publisher<" + content + ">.";
      case "java.util.concurrent.Future" -> "Return CompletableFuture<" + content + ">.";
      case "java.util.Iterator", "java.lang.Iterable" -> "Return List<" + content + ">.";
      default -> SUPPORTED;
    };
  }

  private static boolean hasContent(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.getTypeArguments().size() == 1;
  }

  private static TypeMirror content(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.getTypeArguments().size() == 1
        ? declared.getTypeArguments().get(0)
        : type;
  }

  private static Written content(Written type) {
    return type.parts().size() == 1 ? type.parts().get(0) : type;
  }
}
