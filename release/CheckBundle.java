import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Checks that a folder holds what Maven Central asks for, for each module that is published and for
 * nothing else; lists it. Run by release/bundle: java CheckBundle.java FOLDER --signed|--unsigned
 */
final class CheckBundle {
  private static final String GROUP = "dev/gatewayz";
  private static final List<String> OF_EACH_POM =
      List.of("name", "description", "url", "licenses", "developers", "scm");
  private static final List<String> OF_A_JAR =
      List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml", ".pom");

  private final Path staging;
  private final boolean signed;
  private final Element parent = pom(Path.of("pom.xml"));
  private final String version = text(parent, "version");
  private final List<String> faults = new ArrayList<>();

  private CheckBundle(Path staging, boolean signed) throws Exception {
    this.staging = staging;
    this.signed = signed;
  }

  public static void main(String[] arguments) throws Exception {
    new CheckBundle(Path.of(arguments[0]), arguments[1].equals("--signed")).run();
  }

  private void run() throws Exception {
    Set<String> jars = new TreeSet<>();
    Set<String> artifacts = new TreeSet<>(Set.of(text(parent, "artifactId")));
    for (String module : texts(child(parent, "modules"), "module")) {
      Element pom = pom(Path.of(module, "pom.xml"));
      if (isPublished(pom)) {
        artifacts.add(text(pom, "artifactId"));
        if (!isPom(pom)) {
          jars.add(text(pom, "artifactId"));
        }
      }
    }
    expect("artifacts", artifacts, names(staging.resolve(GROUP)));
    expect("artifacts of the BOM", jars, managed(pom(Path.of("bom/pom.xml"))));
    for (String artifact : artifacts) {
      Path folder = staging.resolve(GROUP).resolve(artifact).resolve(version);
      if (Files.exists(folder.resolve(artifact + "-" + version + ".pom"))) {
        check(artifact, folder);
      } else {
        faults.add(artifact + ": no pom of version " + version);
      }
    }
    list();
    faults.forEach(System.err::println);
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private void check(String artifact, Path folder) throws Exception {
    Path prefix = folder.resolve(artifact + "-" + version);
    Element pom = pom(Path.of(prefix + ".pom"));
    List<String> kinds =
        !isPom(pom)
            ? OF_A_JAR
            : child(pom, "modules") == null
                ? List.of(".pom")
                : List.of("-cyclonedx.json", "-cyclonedx.xml", ".pom");
    Set<String> files = new TreeSet<>();
    for (String kind : kinds) {
      for (String proof : signed ? List.of("", ".asc") : List.of("")) {
        for (String sum : List.of("", ".md5", ".sha1")) {
          files.add(prefix.getFileName() + kind + proof + sum);
        }
      }
    }
    expect("files of " + artifact, files, names(folder));
    checkPom(artifact, pom);
    if (!isPom(pom) && faults.isEmpty()) {
      checkJars(artifact, prefix);
    }
  }

  private void checkPom(String artifact, Element pom) {
    for (String element : OF_EACH_POM) {
      boolean inherits = child(pom, "parent") != null && !Set.of("name", "description").contains(element);
      if (child(pom, element) == null && !(inherits && child(parent, element) != null)) {
        faults.add(artifact + ": no <" + element + "> in the pom");
      }
    }
    if (pom.getTextContent().contains("-SNAPSHOT")) {
      faults.add(artifact + ": a snapshot in the pom");
    }
    if (child(pom, "repositories") != null) {
      faults.add(artifact + ": repositories in the pom");
    }
  }

  private void checkJars(String artifact, Path prefix) throws IOException {
    Set<String> classes = entries(prefix + ".jar");
    Set<String> sources = entries(prefix + "-sources.jar");
    Set<String> pages = entries(prefix + "-javadoc.jar");
    need(artifact, classes, "module-info.class");
    need(artifact, sources, "module-info.java");
    need(artifact, pages, "index.html");
    for (String name : classes) {
      if (name.endsWith(".class") && !name.contains("$")) {
        // A file may hold a second class of the top level: its package at least must be there.
        String source = name.replace(".class", ".java");
        String home = name.substring(0, name.lastIndexOf('/') + 1);
        if (!sources.contains(source) && !sources.contains(home + "package-info.java")) {
          faults.add(artifact + ": no source of " + name);
        }
        if (name.endsWith("Test.class")) {
          faults.add(artifact + ": a test in the jar: " + name);
        }
      }
    }
    String bill = Files.readString(Path.of(prefix + "-cyclonedx.json"));
    if (!bill.contains("pkg:maven/dev.gatewayz/" + artifact + "@" + version)) {
      faults.add(artifact + ": the bill of materials is not of this artifact");
    }
  }

  private void need(String artifact, Set<String> entries, String name) {
    if (!entries.contains(name)) {
      faults.add(artifact + ": no " + name);
    }
  }

  private void expect(String what, Set<String> expected, Set<String> found) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    Set<String> unknown = new TreeSet<>(found);
    unknown.removeAll(expected);
    missing.forEach(name -> faults.add(what + ": " + name + " is missing"));
    unknown.forEach(name -> faults.add(what + ": " + name + " does not belong there"));
  }

  /** Files, without those that only prove others. */
  private void list() throws IOException {
    try (Stream<Path> all = Files.walk(staging)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.toString().matches(".*\\.(md5|sha1|asc)")) {
          System.out.printf("%,10d  %s%n", Files.size(file), staging.relativize(file));
        }
      }
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static Set<String> entries(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      return file.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isPublished(Element pom) {
    Element properties = child(pom, "properties");
    return properties == null || !"true".equals(text(properties, "maven.deploy.skip"));
  }

  private static boolean isPom(Element pom) {
    return "pom".equals(text(pom, "packaging"));
  }

  private static Set<String> managed(Element bom) {
    Element dependencies = child(child(bom, "dependencyManagement"), "dependencies");
    return children(dependencies)
        .map(dependency -> text(dependency, "artifactId"))
        .collect(Collectors.toSet());
  }

  private static Element pom(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  private static Stream<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    List<Element> children = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children.stream();
  }

  private static Element child(Element parent, String name) {
    return children(parent).filter(child -> child.getTagName().equals(name)).findFirst().orElse(null);
  }

  private static List<String> texts(Element parent, String name) {
    return children(parent)
        .filter(child -> child.getTagName().equals(name))
        .map(child -> child.getTextContent().strip())
        .toList();
  }

  private static String text(Element parent, String name) {
    return texts(parent, name).stream().findFirst().orElse(null);
  }
}
