package dev.gatewayz.internal.call;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.error.ToolException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tools that an answer asks for, all at once, and goes back to the model with the results.
 */
final class ToolRound {
  private final Call call;
  private final AssistantMessage said;

  private ToolRound(Call call, AssistantMessage said) {
    this.call = call;
    this.said = said;
  }

  /**
   * Runs the tools, if the answer asks for any and the call has them; returns whether it does. On
   * the call's loop.
   */
  static boolean begin(Call call, AssistantMessage said) {
    ToolRunner tools = call.request().policy().turns().tools();
    if (tools == null || said.toolCalls().isEmpty()) {
      return false;
    }
    new ToolRound(call, said).run(tools);
    return true;
  }

  private void run(ToolRunner tools) {
    if (call.request().policy().turns().toolRounds() <= 0) {
      call.finish(
          new ToolException(
              call.info(),
              "The model asks for tools again and again.",
              "Allow more rounds, or tell the model when to stop.",
              call.usage(),
              null));
      return;
    }
    call.runningTools();
    List<CompletableFuture<String>> results = new ArrayList<>();
    for (ToolCall wanted : said.toolCalls()) {
      results.add(tools.run(wanted).toCompletableFuture());
    }
    CompletableFuture.allOf(results.toArray(CompletableFuture<?>[]::new))
        .whenComplete(
            (nothing, failure) ->
                call.engine.execute(call.context(), () -> done(results, failure), () -> {}));
  }

  private void done(List<CompletableFuture<String>> results, @Nullable Throwable failure) {
    if (call.hasEnded()) {
      return;
    }
    if (failure != null) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      call.finish(
          new ToolException(
              call.info(),
              "A tool failed: " + cause + ".",
              "The cause tells why.",
              call.usage(),
              cause));
      return;
    }
    List<Message> messages = new ArrayList<>();
    messages.add(said);
    for (int i = 0; i < results.size(); i++) {
      messages.add(Message.tool(said.toolCalls().get(i).id(), results.get(i).join()));
    }
    CallRequest request = call.request();
    call.goOn(request.continued(messages, request.policy().turns().toolsRun()));
  }
}
