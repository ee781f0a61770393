package dev.gatewayz.processor;

import dev.gatewayz.internal.binding.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles sources in memory, with this processor, and keeps all that comes out. For what Compile
 * Testing does not do: other compilers, other encodings, what comes out beside errors, and running
 * it.
 */
final class Compilation {
  private final boolean success;
  private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
  private final Map<String, byte[]> output;

  private Compilation(
      boolean success,
      List<Diagnostic<? extends JavaFileObject>> diagnostics,
      Map<String, byte[]> output) {
    this.success = success;
    this.diagnostics = diagnostics;
    this.output = output;
  }

  /** Compiles each of {@code sources} with javac, warnings on and fatal. */
  static Compilation javac(String... sources) {
    return new Setup().compile(sources);
  }

  /** What to compile with. */
  static final class Setup {
    private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
    private final List<Processor> processors = new ArrayList<>(List.of(new GatewayzProcessor()));
    private Charset encoding = StandardCharsets.UTF_8;
    private boolean isOnDisk;
    private boolean hidesFiles;

    /** Another compiler, which may want its sources to be files. */
    Setup compiler(JavaCompiler compiler, String... options) {
      this.compiler = compiler;
      this.isOnDisk = true;
      this.options.clear();
      this.options.addAll(List.of(options));
      return this;
    }

    /** A compiler that shows its files to nobody else. */
    Setup hidingFiles() {
      hidesFiles = true;
      return this;
    }

    Setup options(String... options) {
      this.options.addAll(List.of(options));
      return this;
    }

    Setup replacingOptions(String... options) {
      this.options.clear();
      return options(options);
    }

    Setup encoding(Charset encoding) {
      this.encoding = encoding;
      return options("-encoding", encoding.name());
    }

    Setup processors(Processor... processors) {
      this.processors.clear();
      this.processors.addAll(List.of(processors));
      return this;
    }

    Compilation compile(String... sources) {
      DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
      try (StandardJavaFileManager standard =
              compiler.getStandardFileManager(diagnostics, Locale.ROOT, encoding);
          Memory files = new Memory(standard, encoding, hidesFiles)) {
        List<JavaFileObject> units = new ArrayList<>();
        for (String source : sources) {
          units.add(isOnDisk ? onDisk(source, standard) : new Source(path(source), source));
        }
        JavaCompiler.CompilationTask task =
            compiler.getTask(Writer.nullWriter(), files, diagnostics, options, null, units);
        task.setProcessors(processors);
        boolean success = task.call();
        return new Compilation(success, diagnostics.getDiagnostics(), files.bytes());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private static JavaFileObject onDisk(String source, StandardJavaFileManager files)
        throws IOException {
      Path file = Files.createTempDirectory("sources").resolve(path(source));
      Files.createDirectories(file.getParent());
      Files.writeString(file, source);
      return files.getJavaFileObjects(file).iterator().next();
    }

    private static String path(String source) {
      String folder = "";
      for (String line : source.lines().toList()) {
        if (line.startsWith("package ")) {
          folder = line.substring(8, line.indexOf(';')).replace('.', '/') + "/";
        }
        int type = Math.max(line.indexOf("interface "), line.indexOf("class "));
        type = Math.max(type, Math.max(line.indexOf("record "), line.indexOf("enum ")));
        boolean isComment = line.startsWith("//") || line.startsWith(" *") || line.startsWith("/*");
        if (type >= 0 && !line.startsWith(" ") && !isComment) {
          return folder + line.substring(line.indexOf(' ', type) + 1).split("\\W")[0] + ".java";
        }
      }
      return source.contains("module ") ? "module-info.java" : folder + "package-info.java";
    }
  }

  boolean success() {
    return success;
  }

  List<Diagnostic<? extends JavaFileObject>> diagnostics() {
    return diagnostics;
  }

  /** The codes of this processor's errors and warnings, in order. */
  List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (Diagnostic<?> diagnostic : diagnostics) {
      String message = diagnostic.getMessage(Locale.ROOT);
      int code = message.indexOf("[GZ");
      if (code >= 0) {
        codes.add(message.substring(code + 1, code + 7));
      }
    }
    return codes;
  }

  /** Everything the compiler said, for the message of a failing test. */
  String log() {
    StringBuilder log = new StringBuilder();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      boolean isDrawn = diagnostic.toString().contains(": ");
      log.append(isDrawn ? diagnostic : drawn(diagnostic)).append('\n');
    }
    return log.toString();
  }

  private static String drawn(Diagnostic<? extends JavaFileObject> diagnostic) {
    String file = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
    return file + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
  }

  /** Generated sources by their paths. */
  Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    output.forEach(
        (path, bytes) -> {
          if (path.endsWith(".java")) {
            sources.put(path, new String(bytes, StandardCharsets.UTF_8));
          }
        });
    return sources;
  }

  /** Other generated files by their paths. */
  Map<String, String> resources() {
    Map<String, String> resources = new TreeMap<>();
    output.forEach(
        (path, bytes) -> {
          if (!path.endsWith(".java") && !path.endsWith(".class")) {
            resources.put(path, new String(bytes, StandardCharsets.UTF_8));
          }
        });
    return resources;
  }

  /** Class files by the binary names of their classes. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new TreeMap<>();
    output.forEach(
        (path, bytes) -> {
          if (path.endsWith(".class")) {
            classes.put(path.substring(0, path.length() - 6).replace('/', '.'), bytes);
          }
        });
    return classes;
  }

  /** Writes all that came out below that folder, for what looks for files. */
  void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : output.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** A loader of what was compiled. */
  ClassLoader load() {
    return load(Compilation.class.getClassLoader());
  }

  /** The same, beside what another loader finds. */
  ClassLoader load(ClassLoader parent) {
    Map<String, byte[]> classes = classes();
    return new ClassLoader(parent) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("mem:/" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps output in memory; sources pass through the encoding, as they would on a disk. */
  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Charset encoding;
    private final boolean hidesFiles;
    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

    Memory(JavaFileManager files, Charset encoding, boolean hidesFiles) {
      super(files);
      this.hidesFiles = hidesFiles;
      this.encoding = encoding;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return output(name.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String folder, String name, FileObject sibling) {
      String path = folder.isEmpty() ? name : folder.replace('.', '/') + "/" + name;
      return output(path, JavaFileObject.Kind.OTHER);
    }

    @Override
    public FileObject getFileForInput(Location location, String folder, String name)
        throws IOException {
      return hidesFiles ? null : super.getFileForInput(location, folder, name);
    }

    @Override
    public boolean hasLocation(Location location) {
      return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
    }

    private JavaFileObject output(String path, JavaFileObject.Kind kind) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      return new SimpleJavaFileObject(URI.create("mem:/" + path), kind) {
        @Override
        public OutputStream openOutputStream() {
          files.put(path, bytes);
          return bytes;
        }

        @Override
        public InputStream openInputStream() throws IOException {
          if (files.get(path) != bytes) {
            throw new NoSuchFileException(path);
          }
          return new ByteArrayInputStream(bytes.toByteArray());
        }

        @Override
        public Writer openWriter() {
          return new OutputStreamWriter(openOutputStream(), encoding);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
          return bytes.toString(encoding);
        }
      };
    }

    Map<String, byte[]> bytes() {
      Map<String, byte[]> all = new LinkedHashMap<>();
      files.forEach((path, bytes) -> all.put(path, bytes.toByteArray()));
      return all;
    }
  }
}
