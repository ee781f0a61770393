package dev.gatewayz.processor.emit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Writes generated files. Each has one originating element, the interface it came from, so that
 * build tools can tell what to compile again.
 */
public final class SourceWriter {
  private final Filer filer;

  /** A writer for one compilation. */
  public SourceWriter(Filer filer) {
    this.filer = filer;
  }

  /**
   * Writes a source. The compiler writes it in the encoding of the user's sources, and what that
   * cannot express would be lost without a word; so nothing but ASCII is written.
   */
  public void write(GeneratedClass source, TypeElement origin) throws IOException {
    try (Writer writer = filer.createSourceFile(source.name(), origin).openWriter()) {
      writer.write(Ascii.of(source.text()));
    }
  }

  /** Writes a resource, in UTF-8. */
  public void write(String path, String text, TypeElement origin) throws IOException {
    try (OutputStream out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin).openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
