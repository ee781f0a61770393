package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What native-image is told is what {@code Gatewayz.create} needs, in the form that it reads. */
class NativeImageFileTest {
  private static final String FOLDER = "META-INF/native-image/";
  private static final String FILE = "/reachability-metadata.json";

  /** What may stand beside a type, by version 1.2.0 of the format. */
  private static final Map<String, Class<?>> OF_A_TYPE =
      Map.ofEntries(
          Map.entry("reason", String.class),
          Map.entry("condition", Map.class),
          Map.entry("type", String.class),
          Map.entry("methods", List.class),
          Map.entry("fields", List.class),
          Map.entry("allDeclaredMethods", Boolean.class),
          Map.entry("allDeclaredFields", Boolean.class),
          Map.entry("allDeclaredConstructors", Boolean.class),
          Map.entry("allPublicMethods", Boolean.class),
          Map.entry("allPublicFields", Boolean.class),
          Map.entry("allPublicConstructors", Boolean.class),
          Map.entry("unsafeAllocated", Boolean.class),
          Map.entry("serializable", Boolean.class),
          Map.entry("jniAccessible", Boolean.class));

  private static final Set<String> OF_A_FILE =
      Set.of("comment", "reflection", "resources", "foreign");

  private static final String SOURCE =
      """
      package run;
      import dev.gatewayz.annotation.*;
      public class Shop {
        @GatewayzClient(model = "gatewayz/a/b")
        interface Help {
          @GatewayzPrompt(value = "{{question}}", tools = Clock.class)
          String ask(String question);
        }
        public static final class Clock {
          @GatewayzTool("Tells the time.") public String now() { return "noon"; }
        }
      }
      """;
  private static final String WITHOUT_A_PACKAGE =
      """
      @dev.gatewayz.annotation.GatewayzClient(model = "gatewayz/a/b")
      public interface Plain {
        @dev.gatewayz.annotation.GatewayzPrompt("1") String call();
      }
      """;

  @Test
  void eachInterfaceHasAFileOfItsOwn() {
    Compilation compilation = Compilation.javac(SOURCE, WITHOUT_A_PACKAGE);
    assertThat(compilation.log()).isEmpty();
    assertThat(files(compilation).keySet())
        .containsExactlyInAnyOrder(
            FOLDER + "dev.gatewayz/run.Shop$Help" + FILE, FOLDER + "dev.gatewayz/Plain" + FILE);
  }

  @Test
  void filesAreOfTheFormatAndOpenWhatIsLookedUp() throws ReflectiveOperationException {
    Compilation compilation = Compilation.javac(SOURCE, WITHOUT_A_PACKAGE);
    ClassLoader loader = compilation.load();
    for (String text : files(compilation).values()) {
      Map<String, Object> file = JsonTree.object(JsonTree.parse(text));
      assertThat(OF_A_FILE).containsAll(file.keySet());
      Map<String, Object> entry = JsonTree.object(JsonTree.list(file.get("reflection")).get(0));
      entry.forEach((name, value) -> assertThat(value).as(name).isInstanceOf(OF_A_TYPE.get(name)));
      // Class.forName, then getDeclaredConstructors, which is asked for all, then newInstance.
      Class<?> client = Class.forName((String) entry.get("type"), false, loader);
      Constructor<?>[] constructors = client.getDeclaredConstructors();
      assertThat(constructors).hasSize(1);
      assertThat(constructors[0].getParameterTypes()[0]).isEqualTo(Gatewayz.class);
      assertThat(entry).containsEntry("allDeclaredConstructors", true);
    }
  }

  private static Map<String, String> files(Compilation compilation) {
    return compilation.resources().entrySet().stream()
        .filter(resource -> resource.getKey().startsWith(FOLDER))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
