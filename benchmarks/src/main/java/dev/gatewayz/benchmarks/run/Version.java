package dev.gatewayz.benchmarks.run;

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

  /** The jars whose names begin like one of these. */
  public List<Path> jars(List<String> groups) throws IOException {
    List<Path> wanted = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(jars)) {
      for (Path jar : all) {
        String name = jar.getFileName().toString();
        if (groups.stream().anyMatch(name::startsWith)) {
          wanted.add(jar);
        }
      }
    }
    return wanted;
  }

  /** The class path of a client that needs those jars. */
  String classPath(List<String> groups) throws IOException {
    StringBuilder path = new StringBuilder(classes.toString());
    for (Path jar : jars(groups)) {
      path.append(File.pathSeparatorChar).append(jar);
    }
    return path.toString();
  }
}
