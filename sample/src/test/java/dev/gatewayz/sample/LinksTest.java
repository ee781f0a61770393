package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Links of the README and the guide lead to a file and to a heading of it, on GitHub and on the
 * site.
 */
class LinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|\\b(?:src|href)=\"([^\"]+)\"|(?m)^ +link: (/\\S+)$");

  /** The way from the pages of GitHub, which is not a file. */
  private static final String OF_GITHUB = "../blob/main/";

  @Test
  void linksLeadToWhatIsThere() throws IOException {
    List<Path> pages = pages();
    assertThat(pages).hasSizeGreaterThan(30);
    List<String> dead = new ArrayList<>();
    for (Path page : pages) {
      Matcher links = LINK.matcher(prose(page));
      while (links.find()) {
        links(page, links).filter(link -> !leads(page, link)).forEach(dead::add);
      }
    }
    assertThat(dead).isEmpty();
  }

  private static Stream<String> links(Path page, Matcher found) {
    return Stream.of(found.group(1), found.group(2), found.group(3))
        .filter(link -> link != null && !link.matches("[a-z]+:.*"))
        .map(link -> ROOT.relativize(page) + ": " + link);
  }

  private static boolean leads(Path page, String named) {
    String link = named.substring(named.indexOf(": ") + 2);
    int mark = link.indexOf('#');
    String file = mark < 0 ? link : link.substring(0, mark);
    Path target = target(page, file);
    if (!Files.exists(target)) {
      return false;
    }
    return mark < 0
        || headings(target).stream().allMatch(names -> names.contains(link.substring(mark + 1)));
  }

  private static Path target(Path page, String file) {
    if (file.isEmpty()) {
      return page;
    }
    if (file.startsWith("/")) { // Of the front page of the site.
      return ROOT.resolve("docs" + file + ".md");
    }
    return file.startsWith(OF_GITHUB)
        ? ROOT.resolve(file.substring(OF_GITHUB.length()))
        : page.resolveSibling(file).normalize();
  }

  /** What headings of a page are called in addresses: by GitHub, and by the site if it is there. */
  private static List<Set<String>> headings(Path page) {
    Set<String> onGithub = new HashSet<>();
    Set<String> onSite = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    Matcher headings = HEADING.matcher(prose(page));
    while (headings.find()) {
      String text = headings.group(1).replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replace("`", "");
      String name = onGithub(text);
      int before = times.merge(name, 1, Integer::sum) - 1;
      onGithub.add(before == 0 ? name : name + "-" + before);
      name = onSite(text);
      onSite.add(onSite.contains(name) ? name + "-" + before : name);
    }
    return page.startsWith(ROOT.resolve("docs")) ? List.of(onGithub, onSite) : List.of(onGithub);
  }

  private static String onGithub(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .replace(' ', '-');
  }

  /** As VitePress does it. */
  private static String onSite(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKD)
        .replaceAll("[\\u0300-\\u036F\\p{Cntrl}]", "")
        .replaceAll("[\\s~`!@#$%^&*()\\-_+=\\[\\]{}|\\\\;:\"'“”‘’<>,.?/]+", "-")
        .replaceAll("^-|-$", "")
        .replaceFirst("^(\\d)", "_$1")
        .toLowerCase(Locale.ROOT);
  }

  private static String prose(Path page) {
    try {
      return FENCED.matcher(Files.readString(page)).replaceAll("");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("", "docs", "benchmarks", ".github")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    return pages;
  }
}
