package fixtures;

import dev.gatewayz.annotation.Describe;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.GatewayzTool;
import dev.gatewayz.annotation.Range;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Planner {

  @GatewayzPrompt(value = "What to wear in {{city}}?", tools = Weather.class)
  String dress(String city);

  @GatewayzPrompt(
      value = "Plan {{weather}}.",
      tools = {Weather.class, Calendar.class},
      maxToolRounds = 3,
      repair = 1)
  CompletableFuture<Plan> plan(String weather);

  @GatewayzPrompt(value = "Again {{city}}.", tools = Weather.class)
  Flow.Publisher<String> stream(String city);

  @GatewayzPrompt("No tools.")
  String plain();

  record Plan(LocalDate day, Sky sky) {}

  record Forecast(String city, Sky sky, List<Hour> hours, @Nullable Hour worst) {}

  record Hour(int hour, double degrees, Optional<Hour> next) {}

  enum Sky {
    CLEAR,
    CLOUDY
  }

  class Weather {

    @GatewayzTool("The weather of a city.")
    Forecast forecast(@Describe("with its country") String city, @Range(min = 1, max = 7) int days) {
      return new Forecast(
          city, Sky.CLEAR, List.of(new Hour(days, 20.5, Optional.empty())), null);
    }

    /**
     * How warm it is, in {@code °C}.
     *
     * <p>Use it for &lt;b&gt; today.
     *
     * @param city a <b>city</b>,
     *     with its country
     * @return degrees
     */
    @GatewayzTool
    public int degrees(String city, @Nullable Sky sky) {
      return 21;
    }

    @GatewayzTool(value = "All of them.", fatal = {IOException.class, IllegalStateException.class})
    CompletionStage<Map<String, List<Forecast>>> all(List<String> cities) throws IOException {
      return CompletableFuture.completedFuture(
          Map.of("all", List.of(forecast(String.join("+", cities), cities.size()))));
    }

    @GatewayzTool(value = "Forgets.", name = "forget-it")
    void forget() {}

    @GatewayzTool("Forgets later.")
    CompletableFuture<Void> forgetLater(Optional<Hour> from) {
      return CompletableFuture.completedFuture(null);
    }

    @GatewayzTool(value = "Any skies.", strict = false, fatal = Exception.class)
    static Sky[] skies(Map<String, Sky> weather, int tool) {
      return weather.values().toArray(Sky[]::new);
    }

    void noTool() {}
  }

  interface Days {

    @GatewayzTool("The free days.")
    List<LocalDate> free(Hour hour);
  }

  interface Calendar extends Days {

    @GatewayzTool("Books a day.")
    boolean book(LocalDate day, Plan plan);

    @Override
    List<LocalDate> free(Hour hour);
  }
}
