package fixtures;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.Range;
import dev.gatewayz.annotation.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
public interface Snapshots {
  @GatewayzPrompt(value = "Report on {{topic}}.", snapshots = true, strict = false)
  AnswerStream<Report> report(String topic);

  @GatewayzPrompt(value = "Report.", snapshots = true, strict = false)
  Flow.Publisher<Report> publisher();

  @GatewayzPrompt(value = "Report.", snapshots = true, strict = false)
  Stream<Report> blocking();

  record Report(
      Optional<String> headline,
      List<@Size(max = 200) String> bullets,
      Optional<Mood> mood,
      @Nullable LocalDate due,
      OptionalInt pages,
      Optional<@Range(min = 1, max = 5) Integer> stars,
      Set<Mood> moods,
      String[] tags,
      int[] years,
      List<Optional<String>> notes,
      List<List<Double>> rows,
      Map<String, String> links,
      List<Section> sections,
      List<Person> people,
      Optional<Shape> shape) {}

  record Section(Optional<String> title, List<Section> parts) {}

  record Person(String name, int age) {}

  enum Mood { GOOD, BAD }

  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}
}
