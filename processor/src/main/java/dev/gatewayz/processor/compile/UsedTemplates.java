package dev.gatewayz.processor.compile;

import dev.gatewayz.internal.binding.Digest;
import dev.gatewayz.internal.binding.TemplateFiles;
import java.util.Map;
import java.util.TreeMap;

/** Template files, with a note of which were opened. */
final class UsedTemplates implements TemplateFiles {
  private final TemplateFiles files;
  private final Map<String, String> digests = new TreeMap<>();

  UsedTemplates(TemplateFiles files) {
    this.files = files;
  }

  @Override
  public TemplateFile find(String path) {
    TemplateFile file = files.find(path);
    file.source().ifPresent(s -> digests.computeIfAbsent(path, p -> Digest.ofFile(s.text())));
    return file;
  }

  /** The digest of each file that was opened, by its path. */
  Map<String, String> digests() {
    return digests;
  }
}
