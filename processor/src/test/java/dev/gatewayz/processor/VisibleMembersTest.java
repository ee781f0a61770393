package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client cannot read of users' types is said by this processor, never by the compiler. */
class VisibleMembersTest {

  private static String client(String home, String name, String members) {
    return """
        package %s;
        import dev.gatewayz.annotation.*;
        @GatewayzClient(model = "gatewayz/a/b")
        interface %s {
        %s
        }
        """
        .formatted(home, name, members);
  }

  private static final String MAIL =
      """
      class Mail {
        public String getSubject() throws java.io.IOException { return ""; }
        public String getSender() throws IllegalStateException { return ""; }
      }
      """;

  @Test
  void gettersThatThrowAreSaid() {
    Compilation shown =
        Compilation.javac(
            client(
                "run",
                "Caller",
                MAIL + "@GatewayzPrompt(\"{{mail.subject}}\") String a(Mail mail);"));
    assertThat(shown.codes()).containsExactly("GZ2002");
    assertThat(shown.log())
        .contains(
            "there is Caller.Mail.getSubject(), which throws IOException; pass its value instead");
    Compilation json =
        Compilation.javac(
            client(
                "run",
                "Caller",
                MAIL + "@GatewayzPrompt(\"{{mail}}\") String a(@Json Mail mail);"));
    assertThat(json.codes()).containsExactly("GZ3007");
    assertThat(json.log()).contains("Mail.getSubject(), which throws IOException");
    Compilation tool =
        Compilation.javac(
            client(
                "run",
                "Caller",
                MAIL
                    + "class Box { @GatewayzTool(\"x\") public Mail read() { return null; } }"
                    + "@GatewayzPrompt(value = \"Go.\", tools = Box.class) String a();"));
    assertThat(tool.codes()).containsExactly("GZ7007");
    assertThat(
            Compilation.javac(
                    client(
                        "run",
                        "Caller",
                        MAIL + "@GatewayzPrompt(\"{{mail.sender}}\") String a(Mail mail);"))
                .log())
        .isEmpty();
  }

  @Test
  void whatIsVisibleDependsOnThePackageOfTheClient() {
    String bean =
        """
        package a;
        public class Bean {
          String secret() { return ""; }
          public String name() { return ""; }
        }
        """;
    String near = client("a", "Near", "@GatewayzPrompt(\"{{b.secret}}\") String a(Bean b);");
    String far = client("b", "Far", "@GatewayzPrompt(\"{{b.secret}}\") String a(a.Bean b);");
    for (List<String> order : List.of(List.of(bean, near, far), List.of(far, bean, near))) {
      Compilation compilation = Compilation.javac(order.toArray(String[]::new));
      assertThat(compilation.codes()).containsExactly("GZ2002");
      assertThat(compilation.log()).contains("b/Far.java").doesNotContain("a/Near.java");
    }
  }

  @Test
  void propertiesOfHiddenTypesAreSaid() {
    String holder =
        """
        package a;
        public class Holder {
          private record Hidden(String x) {}
          record Near(String x) {}
          public Hidden getHidden() { return null; }
          public Near getNear() { return null; }
        }
        """;
    for (String property : List.of("hidden", "near")) {
      Compilation shown =
          Compilation.javac(
              holder,
              client(
                  "b",
                  "Far",
                  "@GatewayzPrompt(\"{{h.%s.x}}\") String a(a.Holder h);".formatted(property)));
      assertThat(shown.codes()).containsExactly("GZ2002");
      assertThat(shown.log()).contains("is not visible to the client");
    }
    Compilation json =
        Compilation.javac(
            holder, client("b", "Far", "@GatewayzPrompt(\"{{h}}\") String a(@Json a.Holder h);"));
    assertThat(json.codes()).containsExactly("GZ3007");
    Compilation tool =
        Compilation.javac(
            holder,
            client(
                "b",
                "Far",
                "class Box { @GatewayzTool(\"x\") public a.Holder read() { return null; } }"
                    + "@GatewayzPrompt(value = \"Go.\", tools = Box.class) String a();"));
    assertThat(tool.codes()).containsExactly("GZ7007");
  }
}
