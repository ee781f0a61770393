package dev.gatewayz.codegen;

import dev.gatewayz.internal.binding.TemplateFiles;
import dev.gatewayz.internal.template.Source;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Optional;

/** The template files that stand on the class path of a generated class. */
record ClassPathTemplates(Class<?> client) implements TemplateFiles {

  @Override
  public TemplateFile find(String path) {
    ClassLoader loader = client.getClassLoader();
    URL url = loader == null ? ClassLoader.getSystemResource(path) : loader.getResource(path);
    List<String> tried = List.of("the class path");
    if (url == null) {
      return new TemplateFile(Optional.empty(), Optional.empty(), tried);
    }
    try (InputStream in = url.openStream()) {
      String text = TemplateDigests.plain(in.readAllBytes());
      return new TemplateFile(Optional.of(new Source(path, text)), Optional.empty(), tried);
    } catch (IOException e) {
      return new TemplateFile(Optional.empty(), Optional.of(String.valueOf(e)), tried);
    }
  }
}
