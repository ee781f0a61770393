package dev.gatewayz.flink;

import dev.gatewayz.chat.ChatRequest;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.AsyncPredictFunction;
import org.apache.flink.table.functions.FunctionContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model about a text; {@code NULL} about none. Public for the code that Flink generates;
 * made by {@link GatewayzModelFactory}.
 */
public final class TextPrediction extends AsyncPredictFunction {
  private static final long serialVersionUID = 1;

  private final ClientSource source;
  private final String model;
  private final @Nullable String system;
  private final @Nullable Double temperature;
  private final @Nullable Integer maxTokens;
  private transient SharedClient client;

  @SuppressWarnings("NullAway.Init") // Flink opens it before it is used.
  TextPrediction(
      ClientSource source,
      String model,
      @Nullable String system,
      @Nullable Double temperature,
      @Nullable Integer maxTokens) {
    this.source = source;
    this.model = model;
    this.system = system;
    this.temperature = temperature;
    this.maxTokens = maxTokens;
  }

  @Override
  public void open(FunctionContext context) {
    client = SharedClient.acquire(source);
  }

  @Override
  public void close() {
    if (client != null) {
      client.release();
    }
  }

  @Override
  public CompletableFuture<Collection<RowData>> asyncPredict(RowData row) {
    if (row.isNullAt(0)) {
      return CompletableFuture.completedFuture(List.of(new GenericRowData(1)));
    }
    ChatRequest.Builder request = ChatRequest.builder().model(model);
    if (system != null) {
      request.system(system);
    }
    if (temperature != null) {
      request.temperature(temperature);
    }
    if (maxTokens != null) {
      request.maxTokens(maxTokens);
    }
    return client
        .gatewayz()
        .completeAsync(request.user(row.getString(0).toString()).build())
        .thenApply(answer -> List.of(GenericRowData.of(StringData.fromString(answer.value()))));
  }
}
