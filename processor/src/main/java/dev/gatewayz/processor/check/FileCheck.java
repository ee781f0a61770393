package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.TemplateFiles;
import dev.gatewayz.processor.model.TemplateFiles.TemplateFile;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.template.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Opens template files, and says why one cannot be opened. */
final class FileCheck {
  private static final Pattern PATH =
      Pattern.compile("[^/\\\\\\x00-\\x1f]+(/[^/\\\\\\x00-\\x1f]+)*");

  private FileCheck() {}

  /** Opens the first of {@code paths} that there is. */
  static Optional<Source> open(
      List<String> paths, TemplateFiles files, Origin origin, Consumer<Finding> complain) {
    String written = paths.get(paths.size() - 1);
    if (!PATH.matcher(written).matches() || List.of(written.split("/", -1)).contains("..")) {
      complain.accept(Finding.of(Message.FILE_PATH, origin, written));
      return Optional.empty();
    }
    Finding missing = Finding.of(Message.FILE_NOT_FOUND, origin, written);
    for (String path : paths) {
      TemplateFile file = files.find(path);
      if (file.source().isPresent()) {
        return file.source();
      }
      if (file.problem().isPresent()) {
        complain.accept(Finding.of(Message.FILE_UNREADABLE, origin, path, file.problem().get()));
        return Optional.empty();
      }
      missing = missing.note("looked for " + path + " in:");
      for (String place : file.tried()) {
        missing = missing.note("  " + place);
      }
    }
    complain.accept(missing);
    return Optional.empty();
  }
}
