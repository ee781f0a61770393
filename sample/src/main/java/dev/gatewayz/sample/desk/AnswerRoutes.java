package dev.gatewayz.sample.desk;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.sample.EarningsCall;
import dev.gatewayz.sample.http.BadInputException;
import dev.gatewayz.sample.http.EventStream;
import dev.gatewayz.sample.http.Exchange;
import dev.gatewayz.sample.http.JsonText;
import dev.gatewayz.sample.http.Request;
import dev.gatewayz.sample.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the page asks of models: the brief, answers of one or several models, and to stop. */
final class AnswerRoutes {
  private static final int MAX_QUESTION = 2_000;
  private static final int MAX_MODELS = 4;

  private final DeskAnalyst analyst;
  private final EarningsCall call;
  private final String defaultModel;
  private final Witness witness;
  private final Map<String, Answer> underWay = new ConcurrentHashMap<>();

  AnswerRoutes(Gatewayz gatewayz, EarningsCall call, String defaultModel, Witness witness) {
    analyst = gatewayz.create(DeskAnalyst.class);
    this.call = call;
    this.defaultModel = defaultModel;
    this.witness = witness;
  }

  void addTo(Routes routes) {
    routes.post("/api/brief", this::brief);
    routes.post("/api/answers", this::answers);
    routes.post("/api/cancel", this::cancel);
  }

  private void brief(Request request, Exchange exchange) {
    List<String> models = models(request).subList(0, 1);
    Answer answer = begin(exchange, models);
    answer.add("finding", analyst.brief(call, model(models.get(0))), AnswerRoutes::json, witness);
  }

  private void answers(Request request, Exchange exchange) {
    String question = question(request);
    List<String> models = models(request);
    Answer answer = begin(exchange, models);
    for (String model : models) {
      answer.add(
          "text",
          analyst.answer(call, question, model(model)),
          text -> JsonText.object().put("text", text),
          witness);
    }
  }

  private void cancel(Request request, Exchange exchange) {
    Answer answer = underWay.get(request.one("id"));
    if (answer != null) {
      answer.cancel();
    }
    exchange.json(JsonText.object());
  }

  private Answer begin(Exchange exchange, List<String> models) {
    EventStream events = exchange.events();
    Answer answer = new Answer(events);
    underWay.put(answer.id(), answer);
    events.onOver(() -> underWay.remove(answer.id()));
    answer.begin(models);
    return answer;
  }

  private static String question(Request request) {
    String question = request.one("question").strip();
    if (question.isEmpty()) {
      throw new BadInputException(400, "Write a question first.");
    }
    if (question.length() > MAX_QUESTION) {
      throw new BadInputException(413, "A question has at most " + MAX_QUESTION + " characters.");
    }
    return question;
  }

  private List<String> models(Request request) {
    List<String> models = request.all("model").stream().distinct().toList();
    if (models.size() > MAX_MODELS) {
      throw new BadInputException(400, "At most " + MAX_MODELS + " models answer side by side.");
    }
    if (models.stream().anyMatch(model -> !model.matches("gatewayz/[\\w./:@-]{1,200}"))) {
      throw new BadInputException(400, "The name of a model begins with \"gatewayz/\".");
    }
    return models.isEmpty() ? List.of(defaultModel) : models;
  }

  private static CallOptions model(String name) {
    return CallOptions.builder().model(name).build();
  }

  private static JsonText json(DeskAnalyst.Finding finding) {
    return JsonText.object()
        .put("kind", finding.kind().name())
        .put("text", finding.text())
        .put("figure", finding.figure().orElse(""))
        .put("tone", finding.tone().name());
  }
}
