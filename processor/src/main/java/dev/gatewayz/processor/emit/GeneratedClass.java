package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.gatewayz.processor.model.ClientDeclaration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of a class, in which every name means what it should.
 *
 * @param name its qualified name
 * @param text the source
 */
public record GeneratedClass(String name, String text) {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w.$]+\\.([\\w$]+);$");

  /** No project has it, so that types of the client's own package are imported like others. */
  private static final String ELSEWHERE = "gatewayz.elsewhere";

  /**
   * The source of a class for a client.
   *
   * @param generated what the class is called
   * @param hidden simple names that stand for something else inside the class than in its file
   * @param areBeside whether types of the client's own package are among those they hide
   */
  static GeneratedClass of(
      ClientDeclaration client,
      ClassName generated,
      TypeSpec type,
      Set<String> hidden,
      boolean areBeside) {
    String home = client.type().packageName();
    String name = generated.canonicalName();
    if (hidden.isEmpty()) {
      return new GeneratedClass(name, text(home, type));
    }
    String start = home.isEmpty() ? "" : "package " + home + ";";
    Set<String> qualified = new LinkedHashSet<>(hidden);
    while (true) {
      TypeSpec.Builder named = type.toBuilder();
      named.alwaysQualify(qualified.toArray(String[]::new));
      String text = text(areBeside ? ELSEWHERE : home, named.build());
      if (!qualified.addAll(nestedInHidden(text, hidden))) {
        return new GeneratedClass(
            name,
            areBeside
                ? text.replaceFirst("package " + Pattern.quote(ELSEWHERE) + ";", start)
                : text);
      }
    }
  }

  /** A nested class is imported by the class around it, which may be hidden. */
  private static Set<String> nestedInHidden(String text, Set<String> hidden) {
    Set<String> nested = new LinkedHashSet<>();
    Matcher imports = IMPORT.matcher(text);
    while (imports.find()) {
      if (hidden.contains(imports.group(1))) {
        Matcher uses =
            Pattern.compile("(?<![\\w.$])" + Pattern.quote(imports.group(1)) + "((?:\\.[\\w$]+)+)")
                .matcher(text);
        while (uses.find()) {
          nested.addAll(Set.of(uses.group(1).substring(1).split("\\.")));
        }
      }
    }
    return nested;
  }

  private static String text(String home, TypeSpec type) {
    return JavaFile.builder(home, type).skipJavaLangImports(true).indent("  ").build().toString();
  }
}
