package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Source;
import java.util.List;
import java.util.Optional;

/** The template files of a project. */
public interface TemplateFiles {

  /** Looks for a file by its path from the root of the resources. */
  TemplateFile find(String path);

  /**
   * What was found.
   *
   * @param source the text, if there is such a file and it can be read
   * @param problem why it cannot be read, if there is one
   * @param tried every place that was looked at
   */
  record TemplateFile(Optional<Source> source, Optional<String> problem, List<String> tried) {

    /** Copies the list. */
    public TemplateFile {
      tried = List.copyOf(tried);
    }
  }
}
