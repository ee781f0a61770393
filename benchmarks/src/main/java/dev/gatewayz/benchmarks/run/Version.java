package dev.gatewayz.benchmarks.run;

import dev.gatewayz.benchmarks.client.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A build of Gatewayz, with the benchmarks that belong to it and the jars of all clients.
 *
 * @param classes those of the benchmarks
 * @param jars a folder
 */
public record Version(Path classes, Path jars) {

  /** The build that is running. */
  public static Version running() {
    Path classes =
        Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    return new Version(classes, classes.resolveSibling("jars"));
  }

  /** The build in a folder. */
  public static Version in(Path folder) {
    return new Version(folder.resolve("classes"), folder.resolve("jars"));
  }

  /** The jars that a client needs. */
  public List<Path> jars(Kind kind) throws IOException {
    List<Path> wanted = jars(jars, kind.groups());
    wanted.addAll(jars(natives(), kind.natives()));
    return wanted;
  }

  /** Whether it was built with all that a client needs. */
  public boolean has(Kind kind) throws IOException {
    Path folder = natives();
    return kind.natives().isEmpty()
        || (Files.isDirectory(folder)
            && jars(folder, kind.natives()).size() >= kind.natives().size());
  }

  private Path natives() {
    return jars.resolveSibling("natives");
  }

  /** The jars whose names begin like one of these. */
  private static List<Path> jars(Path folder, List<String> groups) throws IOException {
    List<Path> wanted = new ArrayList<>();
    if (groups.isEmpty()) {
      return wanted;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path jar : all) {
        String name = jar.getFileName().toString();
        if (groups.stream().anyMatch(name::startsWith)) {
          wanted.add(jar);
        }
      }
    }
    return wanted;
  }

  /** The class path of a client. */
  String classPath(Kind kind) throws IOException {
    return classPath(classes, kind);
  }

  /** The same without folders, of whose classes no archive can be made. */
  String classPathOfJars(Kind kind) throws IOException {
    List<Path> own = jars(jars.resolveSibling("."), List.of("gatewayz-benchmarks-"));
    return classPath(own.get(0), kind);
  }

  private String classPath(Path first, Kind kind) throws IOException {
    StringBuilder path = new StringBuilder(first.toString());
    for (Path jar : jars(kind)) {
      path.append(File.pathSeparatorChar).append(jar);
    }
    return path.toString();
  }
}
