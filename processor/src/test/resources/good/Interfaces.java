package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.Var;
import java.util.List;

public class Interfaces {

  interface Base<T, R> {
    @GatewayzPrompt("Tell me about {{topic}}.")
    R tell(T topic);

    @GatewayzPrompt("Ask about {{topic}}.")
    String ask(T topic);
  }

  @SuppressWarnings("GZ1014")
  interface Both extends Base<Subject, String> {
    @Override
    @GatewayzPrompt("Ask politely about {{topic.name}}.")
    String ask(Subject topic);
  }

  @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
  public interface Prompt extends Both {

    @Override
    @GatewayzPrompt("Tell me about {{topic.name}}.")
    String tell(Subject topic);

    @Override
    String ask(Subject topic);

    @GatewayzPrompt(id = "tell-rendering", value = "Overloaded {{rendering}}")
    String tell(String rendering);

    @Deprecated
    @SuppressWarnings({"rawtypes", "unchecked"})
    @GatewayzPrompt("{{#item}}{{#.}}{{.}}{{/.}}{{/item}} {{the-default}}")
    String odd(@Var("the-default") String default_, List<String>... item);

    default String both(Subject topic) {
      return ask(topic) + tell(topic);
    }
  }

  public record Subject(String name) {}
}
