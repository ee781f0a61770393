package dev.gatewayz.processor.read;

import dev.gatewayz.internal.binding.TemplateFiles;
import dev.gatewayz.internal.template.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * Finds template files. Build tools differ in what of a project's resources they show to the
 * compiler, so several places are tried, from the most explicit to the most conventional; the
 * project's own come before those of what it depends on.
 */
public final class Resources implements TemplateFiles {
  private static final int MOST_PARENTS = 8;

  private final Filer filer;
  private final Optional<Path> folder;
  private final Map<String, TemplateFile> known = new HashMap<>();

  /**
   * The files of one compilation.
   *
   * @param folder where the user says that they are
   */
  public Resources(Filer filer, Optional<Path> folder) {
    this.filer = filer;
    this.folder = folder;
  }

  @Override
  public TemplateFile find(String path) {
    TemplateFile file = known.get(path);
    if (file == null) {
      file = look(path);
      known.put(path, file);
    }
    return file;
  }

  private TemplateFile look(String path) {
    List<String> tried = new ArrayList<>();
    Optional<byte[]> bytes =
        inFolder(path, tried)
            .or(() -> inLocation(StandardLocation.CLASS_OUTPUT, path, tried))
            .or(() -> inLocation(StandardLocation.SOURCE_PATH, path, tried))
            .or(() -> inProject(path, tried))
            .or(() -> inLocation(StandardLocation.CLASS_PATH, path, tried));
    return bytes.isPresent()
        ? decode(path, bytes.get(), tried)
        : new TemplateFile(Optional.empty(), Optional.empty(), tried);
  }

  private Optional<byte[]> inFolder(String path, List<String> tried) {
    if (folder.isEmpty()) {
      tried.add("-Agatewayz.templates, which is not set");
      return Optional.empty();
    }
    return read(folder.get().resolve(path), tried);
  }

  private Optional<byte[]> inLocation(
      JavaFileManager.Location location, String path, List<String> tried) {
    String name = location.getName().toLowerCase(Locale.ROOT).replace('_', ' ');
    tried.add("the " + name);
    try (InputStream in = filer.getResource(location, "", path).openInputStream()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Build tools that keep resources apart until they run the tests still keep them here. */
  private Optional<byte[]> inProject(String path, List<String> tried) {
    Optional<Path> output = output(path);
    Path project = output.flatMap(Resources::project).orElse(null);
    if (project == null) {
      tried.add("src/main/resources above the class output");
      return Optional.empty();
    }
    boolean isTest =
        project
            .relativize(output.orElseThrow())
            .toString()
            .toLowerCase(Locale.ROOT)
            .contains("test");
    for (String kind : isTest ? List.of("test", "main") : List.of("main")) {
      Optional<byte[]> bytes =
          read(project.resolve("src").resolve(kind).resolve("resources").resolve(path), tried);
      if (bytes.isPresent()) {
        return bytes;
      }
    }
    return Optional.empty();
  }

  /** The nearest folder above that has sources. */
  private static Optional<Path> project(Path output) {
    Path parent = output.getParent();
    for (int i = 0; i < MOST_PARENTS && parent != null; i++) {
      if (Files.isDirectory(parent.resolve("src").resolve("main"))
          || Files.isDirectory(parent.resolve("src").resolve("test"))) {
        return Optional.of(parent);
      }
      parent = parent.getParent();
    }
    return Optional.empty();
  }

  private Optional<Path> output(String path) {
    try {
      return Optional.of(
          classOutput(
              Path.of(filer.getResource(StandardLocation.CLASS_OUTPUT, "", path).toUri()), path));
    } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The folder in which the file of a path would be. */
  private static Path classOutput(Path file, String path) {
    Path folder = file;
    for (int i = Path.of(path).getNameCount(); i > 0 && folder.getParent() != null; i--) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static Optional<byte[]> read(Path file, List<String> tried) {
    tried.add(file.toString());
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static TemplateFile decode(String path, byte[] bytes, List<String> tried) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      String problem = "byte " + (in.position() + 1) + " is not UTF-8";
      return new TemplateFile(Optional.empty(), Optional.of(problem), tried);
    }
    String text = out.flip().toString();
    String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
    // Git may have changed the ends of lines, which is to change neither request nor hash.
    Source source = new Source(path, bare.replace("\r\n", "\n"));
    return new TemplateFile(Optional.of(source), Optional.empty(), tried);
  }
}
