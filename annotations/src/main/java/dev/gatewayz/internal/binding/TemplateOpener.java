package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Source;
import dev.gatewayz.internal.template.TemplateMessage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens template files, or says why one cannot be opened. */
public final class TemplateOpener {
  private static final Pattern PATH =
      Pattern.compile("[^/\\\\\\x00-\\x1f]+(/[^/\\\\\\x00-\\x1f]+)*");

  private TemplateOpener() {}

  /**
   * What came of opening.
   *
   * @param source the text
   * @param mistake why there is none
   */
  public record Opened(Optional<Source> source, Optional<Mistake> mistake) {
    static Opened not(Mistake mistake) {
      return new Opened(Optional.empty(), Optional.of(mistake));
    }
  }

  /** Opens the first of {@code paths} that there is. */
  public static Opened open(List<String> paths, TemplateFiles files, TemplateOrigin origin) {
    String written = paths.get(paths.size() - 1);
    if (!PATH.matcher(written).matches() || List.of(written.split("/", -1)).contains("..")) {
      return Opened.not(Mistake.of(TemplateMessage.FILE_PATH, origin, written));
    }
    Mistake missing = Mistake.of(TemplateMessage.FILE_NOT_FOUND, origin, written);
    for (String path : paths) {
      TemplateFiles.TemplateFile file = files.find(path);
      if (file.source().isPresent()) {
        return new Opened(file.source(), Optional.empty());
      }
      if (file.problem().isPresent()) {
        return Opened.not(
            Mistake.of(TemplateMessage.FILE_UNREADABLE, origin, path, file.problem().get()));
      }
      missing = missing.note("looked for " + path + " in:");
      for (String place : file.tried()) {
        missing = missing.note("  " + place);
      }
    }
    return Opened.not(missing);
  }
}
