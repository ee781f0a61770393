package dev.gatewayz.internal.request;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.request.AnswerForm.Kind;
import dev.gatewayz.internal.syntax.ModelName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * In which form each model can be told what its answer must look like, as far as that is known: of
 * some families always, of other models since a gateway has refused a form. Shared by all calls of
 * a client. A schema that is too much for a model says nothing of others. Thread-safe.
 */
public final class KnownForms {
  /** So many models are remembered; then all are forgotten, and learned anew. */
  private static final int MOST = 10_000;

  /** Families whose {@code response_format} Gatewayz drops without a word. */
  private static final String[] DROPPED = {"anthropic/", "claude", "google/", "gemini"};

  private final Map<Target, Kind> learned = new ConcurrentHashMap<>();

  /**
   * Who may take a form or not.
   *
   * @param model with its prefix
   * @param path with the path of the API base
   * @param schema if it is about that alone, {@code null} for all
   */
  private record Target(
      String model, @Nullable Origin origin, String path, @Nullable AnswerSchema schema) {
    static Target of(CallRequest request, @Nullable AnswerSchema schema) {
      RequestHead head = request.head();
      return new Target(
          request.modelName(),
          request.origin(),
          head == null ? "" : head.path().toString(),
          schema);
    }
  }

  /** The request in the best form that its model is known to take. */
  public CallRequest apply(CallRequest request) {
    AnswerSchema schema = request.body().form().schema();
    return schema == null || !schema.mayChange()
        ? request
        : with(known(request, schema), request, schema);
  }

  /**
   * The request in the next form, if what was refused is the form that it has, or its schema in
   * that form; remembers that. Else {@code null}.
   */
  public @Nullable CallRequest after(GatewayzException failure, CallRequest request) {
    AnswerForm form = request.body().form();
    AnswerSchema schema = form.schema();
    if (schema == null
        || !schema.mayChange()
        || form.kind() == Kind.PROMPT
        || !(failure instanceof ApiException refusal)) {
      return null;
    }
    if (FormRefusal.isOne(refusal)) {
      return with(learn(Target.of(request, null), form.kind()), request, schema);
    }
    return form.kind() == Kind.JSON_SCHEMA && SchemaRefusal.isOne(refusal)
        ? with(learn(Target.of(request, schema), form.kind()), request, schema)
        : null;
  }

  private Kind learn(Target target, Kind refused) {
    Kind next = refused.next();
    if (learned.size() >= MOST) {
      learned.clear();
    }
    Log.debug(
        () ->
            target.model()
                + (target.schema() == null ? " does not take " : " does not take this schema as ")
                + refused
                + "; it gets "
                + next
                + " from now on.");
    return learned.merge(target, next, Kind::or);
  }

  private Kind known(CallRequest request, AnswerSchema schema) {
    Kind kind = isDropped(request.modelName()) ? Kind.PROMPT : Kind.JSON_SCHEMA;
    return learned.isEmpty()
        ? kind
        : kind.or(learned.getOrDefault(Target.of(request, null), Kind.JSON_SCHEMA))
            .or(learned.getOrDefault(Target.of(request, schema), Kind.JSON_SCHEMA));
  }

  private static boolean isDropped(String model) {
    for (String family : DROPPED) {
      if (model.startsWith(family, ModelName.PREFIX.length())) {
        return true;
      }
    }
    return false;
  }

  private static CallRequest with(Kind kind, CallRequest request, AnswerSchema schema) {
    return kind == request.body().form().kind() ? request : request.withForm(schema.form(kind));
  }
}
