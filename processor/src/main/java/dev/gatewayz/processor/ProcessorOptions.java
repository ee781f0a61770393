package dev.gatewayz.processor;

import dev.gatewayz.internal.template.Suggestion;
import dev.gatewayz.processor.lock.PromptLock;
import dev.gatewayz.processor.model.ModelCatalogue;
import dev.gatewayz.processor.read.CatalogueReader;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Message;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code -A} options say.
 *
 * @param component the framework whose beans clients are
 * @param templates the folder that template files are looked for in first
 * @param models what the gateway's models can
 * @param lock the prompts that were reviewed, if they are kept
 * @param fakes whether to generate a fake of each interface, too
 * @param claims whether other processors need not look at our annotations
 * @param overrides whether templates can be replaced at run time
 * @param mistakes what is wrong with the options
 */
record ProcessorOptions(
    Component component,
    Optional<Path> templates,
    ModelCatalogue models,
    Optional<PromptLock> lock,
    boolean fakes,
    boolean claims,
    boolean overrides,
    List<Finding> mistakes) {
  static final String CLAIM = "gatewayz.claim";
  static final String COMPONENT = "gatewayz.component";
  static final String FAKES = "gatewayz.fakes";
  static final String LOCK = "gatewayz.lock";
  static final String ACCEPT = "gatewayz.lock.accept";
  static final String MODELS = "gatewayz.models";
  static final String OVERRIDES = "gatewayz.overrides";
  static final String TEMPLATES = "gatewayz.templates";

  /** Every option there is. */
  static final Set<String> ALL =
      Set.of(CLAIM, COMPONENT, FAKES, LOCK, ACCEPT, MODELS, OVERRIDES, TEMPLATES);

  /** Copies the list. */
  ProcessorOptions {
    mistakes = List.copyOf(mistakes);
  }

  /** Reads the options of a compilation. */
  static ProcessorOptions of(Map<String, String> options) {
    List<Finding> mistakes = new ArrayList<>();
    for (String name : new TreeMap<>(options).keySet()) {
      if (name.startsWith("gatewayz.") && !ALL.contains(name)) {
        mistakes.add(
            Finding.of(Message.UNKNOWN_OPTION, name)
                .plus(Suggestion.sentence(name, ALL))
                .note("options: " + Suggestion.list(ALL.stream().sorted().toList())));
      }
    }
    return new ProcessorOptions(
        component(options.getOrDefault(COMPONENT, "none"), mistakes),
        Optional.ofNullable(options.get(TEMPLATES)).flatMap(path -> folder(path, mistakes)),
        Optional.ofNullable(options.get(MODELS))
            .map(path -> models(path, mistakes))
            .orElse(ModelCatalogue.NONE),
        lock(options, mistakes),
        flag(FAKES, options.getOrDefault(FAKES, "false"), mistakes),
        flag(CLAIM, options.getOrDefault(CLAIM, "true"), mistakes),
        flag(OVERRIDES, options.getOrDefault(OVERRIDES, "false"), mistakes),
        mistakes);
  }

  private static ModelCatalogue models(String path, List<Finding> mistakes) {
    try {
      return CatalogueReader.read(Path.of(path));
    } catch (InvalidPathException e) {
      mistakes.add(Finding.of(Message.OPTION_VALUE, MODELS, path, "it is no path"));
    } catch (IllegalArgumentException e) {
      mistakes.add(Finding.of(Message.OPTION_VALUE, MODELS, path, String.valueOf(e.getMessage())));
    }
    return ModelCatalogue.NONE;
  }

  private static Optional<PromptLock> lock(Map<String, String> options, List<Finding> mistakes) {
    boolean accepts = flag(ACCEPT, options.getOrDefault(ACCEPT, "false"), mistakes);
    String folder = options.get(LOCK);
    if (folder == null) {
      if (accepts) {
        mistakes.add(
            Finding.of(
                Message.OPTION_VALUE, ACCEPT, "true", "-A" + LOCK + " names no folder for it"));
      }
      return Optional.empty();
    }
    try {
      return Optional.of(new PromptLock(Path.of(folder), accepts));
    } catch (InvalidPathException e) {
      mistakes.add(Finding.of(Message.OPTION_VALUE, LOCK, folder, "it is no path"));
      return Optional.empty();
    }
  }

  private static boolean flag(String name, String value, List<Finding> mistakes) {
    if (!value.equals("true") && !value.equals("false")) {
      mistakes.add(Finding.of(Message.OPTION_VALUE, name, value, "it is neither true nor false"));
    }
    return !value.equals("false");
  }

  private static Component component(String name, List<Finding> mistakes) {
    Optional<Component> component = Component.of(name);
    if (component.isEmpty()) {
      List<String> names = Arrays.stream(Component.values()).map(Component::optionName).toList();
      mistakes.add(
          Finding.of(Message.OPTION_VALUE, COMPONENT, name, "it names no framework")
              .plus(Suggestion.sentence(name, names))
              .note("frameworks: " + Suggestion.list(names)));
    }
    return component.orElse(Component.NONE);
  }

  private static Optional<Path> folder(String path, List<Finding> mistakes) {
    try {
      Path folder = Path.of(path);
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
      mistakes.add(
          Finding.of(
              Message.OPTION_VALUE,
              TEMPLATES,
              path,
              "there is no folder " + folder.toAbsolutePath()));
    } catch (InvalidPathException e) {
      mistakes.add(Finding.of(Message.OPTION_VALUE, TEMPLATES, path, "it is no path"));
    }
    return Optional.empty();
  }
}
