package dev.gatewayz.sample.cli;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.gateway.KeyLimits;
import dev.gatewayz.gateway.Model;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * {@code gatewayz}: a first call without a program. Key and gateway are those of the environment,
 * {@code GATEWAYZ_API_KEY} and {@code GATEWAYZ_API_BASE}. The key is never printed.
 */
public final class Cli {
  private static final String DEFAULT_MODEL = "gatewayz/openai/gpt-4o-mini";

  private static final String USAGE =
      """
      gatewayz ask [--model <model>] <question>      the answer, when it is whole
      gatewayz stream [--model <model>] <question>   the answer, as it is written
      gatewayz models [--json] [<part of a name>]    the models of the gateway
      gatewayz usage                                 what is left for the key
      GATEWAYZ_API_KEY holds the key, GATEWAYZ_API_BASE the gateway if it is another one.""";

  /** Kept, for the JVM forgets loggers that nobody holds. */
  private static final Logger LOGGER = Logger.getLogger("dev.gatewayz");

  private final Gatewayz gatewayz;
  private final Terminal terminal;

  Cli(Gatewayz gatewayz, Terminal terminal) {
    this.gatewayz = gatewayz;
    this.terminal = terminal;
  }

  /** Runs a command; without one, says which there are. */
  public static void main(String[] args) {
    Terminal terminal =
        new Terminal(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            isWatched());
    // What fails is told by the exception; a log would tell it again, with a stack trace.
    LOGGER.setLevel(Level.OFF);
    int status;
    try (Gatewayz gatewayz = Gatewayz.builder().pricesFromCatalogue().build()) {
      status = new Cli(gatewayz, terminal).run(args);
    } catch (IllegalArgumentException e) {
      terminal.error(String.valueOf(e.getMessage()));
      status = 2;
    }
    System.exit(status);
  }

  /** On Java 22 and later this takes {@code -Djdk.console=java.base}, which the script passes. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isWatched() {
    return System.console() != null && System.getenv("NO_COLOR") == null;
  }

  /** Runs a command: 0 if it was answered, 1 if not, 2 if there is no such command. */
  int run(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    String command = words.isEmpty() ? "" : words.remove(0);
    String model = option(words);
    String rest = String.join(" ", words).strip();
    try {
      switch (command) {
        case "ask", "stream" -> {
          if (rest.isEmpty()) {
            return misused();
          }
          answer(ChatRequest.builder().model(model).user(rest).build(), command.equals("ask"));
        }
        case "models" -> {
          boolean asJson = words.remove("--json");
          models(String.join(" ", words).strip().toLowerCase(Locale.ROOT), asJson);
        }
        case "usage" -> usage();
        default -> {
          return misused();
        }
      }
      return 0;
    } catch (CompletionException e) {
      terminal.error(
          String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
    } catch (GatewayzException | IllegalArgumentException e) {
      terminal.error(String.valueOf(e.getMessage()));
    } finally {
      terminal.clearProgress();
    }
    return 1;
  }

  private int misused() {
    terminal.error(USAGE);
    return 2;
  }

  private static String option(List<String> words) {
    int at = words.indexOf("--model");
    if (at < 0 || at + 1 == words.size()) {
      return DEFAULT_MODEL;
    }
    words.remove(at);
    return words.remove(at);
  }

  private void answer(ChatRequest request, boolean whole) {
    terminal.progress("waiting for " + request.model() + " …");
    Completion<String> answer;
    if (whole) {
      answer = gatewayz.complete(request);
      terminal.clearProgress();
      terminal.println(answer.value());
    } else {
      AtomicBoolean begun = new AtomicBoolean();
      answer =
          gatewayz.stream(request)
              .forEach(
                  chunk -> {
                    String text = chunk.text();
                    if (!text.isEmpty() && begun.compareAndSet(false, true)) {
                      terminal.clearProgress();
                    }
                    terminal.print(text);
                  })
              .join();
      terminal.println("");
    }
    terminal.note(
        answer.model()
            + (answer.usage() == null ? "" : ", " + answer.usage().totalTokens() + " tokens")
            + (answer.cost() == null ? "" : ", $" + answer.cost().toPlainString())
            + ", request "
            + answer.requestId());
  }

  private void models(String part, boolean asJson) {
    terminal.progress("asking for the models …");
    List<Model> models =
        gatewayz.models().stream()
            .filter(model -> model.name().toLowerCase(Locale.ROOT).contains(part))
            .toList();
    terminal.clearProgress();
    if (asJson) {
      terminal.println(
          models.stream().map(CatalogueEntry::of).collect(Collectors.joining(",\n", "[\n", "\n]")));
    } else {
      models.forEach(model -> terminal.println(model.name()));
    }
    terminal.note(models.size() + " models");
  }

  private void usage() {
    terminal.progress("asking for the account …");
    String credits = gatewayz.balance().credits().toPlainString();
    terminal.clearProgress();
    terminal.println("credits: " + credits);
    KeyLimits limits = gatewayz.keyLimits();
    terminal.println(
        "requests a minute: " + Objects.requireNonNullElse(limits.requestsPerMinute(), "no limit"));
    terminal.println(
        "tokens a day: " + Objects.requireNonNullElse(limits.tokensPerDay(), "no limit"));
  }
}
