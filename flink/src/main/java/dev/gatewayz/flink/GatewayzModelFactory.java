package dev.gatewayz.flink;

import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.factories.ModelProviderFactory;
import org.apache.flink.table.functions.AsyncPredictFunction;
import org.apache.flink.table.ml.AsyncPredictRuntimeProvider;
import org.apache.flink.table.ml.ModelProvider;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/**
 * The provider {@code gatewayz} of models in SQL, for {@code ML_PREDICT}: text in, text out. Flink
 * finds it by itself.
 */
public final class GatewayzModelFactory implements ModelProviderFactory {
  private static final ConfigOption<String> MODEL =
      ConfigOptions.key("model")
          .stringType()
          .noDefaultValue()
          .withDescription("With its prefix, as in gatewayz/openai/gpt-4o-mini.");
  private static final ConfigOption<String> SYSTEM =
      ConfigOptions.key("system-prompt")
          .stringType()
          .noDefaultValue()
          .withDescription("What the model is told before each text.");
  private static final ConfigOption<Double> TEMPERATURE =
      ConfigOptions.key("temperature")
          .doubleType()
          .noDefaultValue()
          .withDescription("From 0 to 2.");
  private static final ConfigOption<Integer> MAX_TOKENS =
      ConfigOptions.key("max-tokens")
          .intType()
          .noDefaultValue()
          .withDescription("How long an answer may be.");
  private static final ConfigOption<String> API_BASE =
      ConfigOptions.key("api-base")
          .stringType()
          .noDefaultValue()
          .withDescription("The gateway. Default: GATEWAYZ_API_BASE of the task manager.");

  /** For Flink, which makes one. */
  public GatewayzModelFactory() {}

  @Override
  public String factoryIdentifier() {
    return "gatewayz";
  }

  @Override
  public Set<ConfigOption<?>> requiredOptions() {
    return Set.of(MODEL);
  }

  @Override
  public Set<ConfigOption<?>> optionalOptions() {
    return Set.of(SYSTEM, TEMPERATURE, MAX_TOKENS, API_BASE);
  }

  @Override
  public ModelProvider createModelProvider(ModelProviderFactory.Context context) {
    FactoryUtil.ModelProviderFactoryHelper helper =
        FactoryUtil.createModelProviderFactoryHelper(this, context);
    helper.validate();
    requireText("input", context.getCatalogModel().getResolvedInputSchema());
    requireText("output", context.getCatalogModel().getResolvedOutputSchema());
    ReadableConfig options = helper.getOptions();
    String model = options.get(MODEL);
    if (!model.startsWith("gatewayz/")) {
      throw new ValidationException(
          "The model is \""
              + model
              + "\"; it must begin with gatewayz/, as in"
              + " gatewayz/openai/gpt-4o-mini.");
    }
    ClientSource client = ClientSource.fromEnvironment();
    String base = options.getOptional(API_BASE).orElse(null);
    if (base != null) {
      client = client.named(base).with(builder -> builder.apiBase(base));
    }
    return new Provider(
        new TextPrediction(
            client,
            model,
            options.getOptional(SYSTEM).orElse(null),
            options.getOptional(TEMPERATURE).orElse(null),
            options.getOptional(MAX_TOKENS).orElse(null)));
  }

  private static void requireText(String side, ResolvedSchema schema) {
    List<Column> columns = schema.getColumns();
    boolean isText =
        columns.size() == 1
            && columns.get(0).getDataType().getLogicalType().getTypeRoot()
                == LogicalTypeRoot.VARCHAR;
    if (!isText) {
      throw new ValidationException(
          "The "
              + side
              + " of a model of the provider gatewayz is one STRING, not "
              + columns
              + ". For typed answers use a PromptScalarFunction.");
    }
  }

  private record Provider(TextPrediction prediction) implements AsyncPredictRuntimeProvider {
    @Override
    public AsyncPredictFunction createAsyncPredictFunction(ModelProvider.Context context) {
      return prediction;
    }

    @Override
    public ModelProvider copy() {
      return this;
    }
  }
}
