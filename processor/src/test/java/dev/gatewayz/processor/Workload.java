package dev.gatewayz.processor;

/** Interfaces as a project may have many of: four short prompts and a record each. */
final class Workload {
  private Workload() {}

  static String[] sources(int count) {
    String[] sources = new String[count];
    for (int i = 0; i < count; i++) {
      sources[i] =
          """
          package load.p%1$d;

          import dev.gatewayz.annotation.GatewayzClient;
          import dev.gatewayz.annotation.GatewayzPrompt;
          import java.util.List;
          import java.util.concurrent.CompletableFuture;
          import java.util.concurrent.Flow;

          @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = 0.2)
          public interface Analyst%2$d {
            @GatewayzPrompt("Write a haiku about {{topic}} in {{language}}.")
            String haiku(String topic, String language);

            @GatewayzPrompt(system = "You are {{person.name}}.", value = "Answer: {{question}}")
            CompletableFuture<String> answer(Person person, String question);

            @GatewayzPrompt("Cover{{#tickers}} {{.}}{{/tickers}} in {{points}} points.")
            String cover(List<String> tickers, int points);

            @GatewayzPrompt(value = "From this only:\\n{{text}}\\n\\nQ: {{question}}", maxTokens = 600)
            Flow.Publisher<String> stream(String text, String question);

            record Person(String name, int age) {}
          }
          """
              .formatted(i / 100, i);
    }
    return sources;
  }
}
