package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.model.TemplateFiles;
import dev.gatewayz.processor.model.TemplateFiles.TemplateFile;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import dev.gatewayz.processor.template.Source;
import java.util.List;
import java.util.regex.Pattern;

/** Opens template files, or says why one cannot be opened. */
final class TemplateOpener {
  private static final Pattern PATH =
      Pattern.compile("[^/\\\\\\x00-\\x1f]+(/[^/\\\\\\x00-\\x1f]+)*");

  private TemplateOpener() {}

  /** Opens the first of {@code paths} that there is. */
  static Result<Source> open(List<String> paths, TemplateFiles files, Origin origin) {
    String written = paths.get(paths.size() - 1);
    if (!PATH.matcher(written).matches() || List.of(written.split("/", -1)).contains("..")) {
      return Result.none(Message.FILE_PATH, origin, written);
    }
    Finding missing = Finding.of(Message.FILE_NOT_FOUND, origin, written);
    for (String path : paths) {
      TemplateFile file = files.find(path);
      if (file.source().isPresent()) {
        return Result.of(file.source().get());
      }
      if (file.problem().isPresent()) {
        return Result.none(Message.FILE_UNREADABLE, origin, path, file.problem().get());
      }
      missing = missing.note("looked for " + path + " in:");
      for (String place : file.tried()) {
        missing = missing.note("  " + place);
      }
    }
    return Result.none(new Findings(List.of(missing)));
  }
}
