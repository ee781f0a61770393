package dev.gatewayz.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each change that users would notice changes the list, and no other does. */
class PublicApiTest {
  @TempDir Path folder;

  private PublicApi api(String... types) throws IOException {
    Path sources = Files.createTempDirectory(folder, "sources");
    List<String> arguments = new ArrayList<>(List.of("-d", sources.resolve("out").toString()));
    arguments.add(write(sources, "module-info", "module demo { exports demo; }"));
    for (String type : types) {
      String name = type.replaceFirst("(?s).*?(?:class|interface|record|enum) (\\w+).*", "$1");
      String home = type.startsWith("package demo.hidden;") ? "demo/hidden/" : "demo/";
      String source = type.startsWith("package") ? type : "package demo; " + type;
      arguments.add(write(sources, home + name, source));
    }
    int errors =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(errors).isZero();
    return PublicApi.of(sources.resolve("out"));
  }

  private static String write(Path folder, String name, String source) throws IOException {
    Path file = folder.resolve(name + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, source).toString();
  }

  @Test
  void typesAndMembersAreListedInFull() throws IOException {
    PublicApi api =
        api(
            "public sealed interface Shape permits Shape.Round, Flat { record Round(int r) implements Shape {} }",
            "final class Flat implements Shape {}",
            """
            public abstract class Box<T extends Comparable<? super T>> extends Base {
              public static final String NAME = "a\\"b";
              protected Box(String... content) throws java.io.IOException {}
              protected abstract <E extends Exception> java.util.List<? extends T> open(int[] at) throws E;
              @Deprecated public void close() {}
              private void turn() {}
              void weigh() {}
              public String toString() { return NAME; }
            }
            """,
            "abstract class Base { public void carry(Box<?>... boxes) {} }",
            "public enum Size { SMALL, LARGE { } }",
            "public @interface Mark { int[] value() default {1, 2}; Size size() default Size.LARGE; }",
            "public final class Closed { protected void none() {} }",
            "package demo.hidden; public class Hidden {}");

    assertThat(api.lines().subList(1, api.lines().size()))
        .containsExactly(
            """
            module demo
              exports demo

            public abstract class demo.Box<T extends java.lang.Comparable<? super T>> : demo.Base
              @Deprecated public void close()
              protected abstract <E extends java.lang.Exception> java.util.List<? extends T> open(int[]) throws E
              protected new(java.lang.String...) throws java.io.IOException
              public static final java.lang.String NAME = "a\\"b"
              public void carry(demo.Box<?>...)

            public final class demo.Closed
              public new()

            public @interface demo.Mark
              public abstract demo.Size size() default LARGE
              public abstract int[] value() default {1, 2}

            public sealed interface demo.Shape permits demo.Shape$Round, ...

            public static record demo.Shape$Round(int r) : demo.Shape
              public int r()
              public new(int)

            public enum demo.Size
              constant LARGE
              constant SMALL
              public static demo.Size valueOf(java.lang.String)
              public static demo.Size[] values()
            """
                .lines()
                .toArray(String[]::new));
  }

  @Test
  void aListThatIsNotTheApiSaysHowToUpdateIt() throws IOException {
    Path list = folder.resolve("api.txt");
    Files.write(list, api("public class A {}").lines());

    api("public class A {}").isListedIn(list);
    PublicApi more = api("public class A { public void more() {} }");
    assertThatThrownBy(() -> more.isListedIn(list))
        .hasMessageContainingAll(
            "The public API of demo is no longer what",
            "-Dgatewayz.api.update=true",
            "+ public class demo.A  public void more()")
        .hasMessageNotContaining("- ");
  }

  @Test
  void aTypeThatIsNotExportedIsNotOfTheApi() throws IOException {
    PublicApi api =
        api(
            "public class A { public java.util.List<demo.hidden.Hidden> open() { return null; } }",
            "package demo.hidden; public class Hidden {}");

    assertThatThrownBy(() -> api.isListedIn(folder.resolve("api.txt")))
        .hasMessage(
            "The API of demo names types that are not exported: "
                + "[  public java.util.List<demo.hidden.Hidden> open()]");
  }
}
