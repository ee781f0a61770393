package dev.gatewayz.processor.lock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reviewed prompts of one interface, as text that a review can show. */
final class LockFile {
  private static final String SUFFIX = ".prompts";
  private static final String PROMPT = "prompt ";
  private static final String COMMENT = "#";

  private final Path folder;
  private final Path path;

  /**
   * The file of an interface.
   *
   * @param name the interface
   */
  LockFile(Path folder, String name) {
    this.folder = folder;
    this.path = folder.resolve(name + SUFFIX);
  }

  /**
   * What was reviewed, by id; nothing if there is no file.
   *
   * @throws IOException if it cannot be read, or is none of ours
   */
  Map<String, PromptSheet> read() throws IOException {
    Map<String, PromptSheet> sheets = new LinkedHashMap<>();
    if (!Files.exists(path)) {
      return sheets;
    }
    List<String> lines = new ArrayList<>();
    @Nullable String id = null;
    for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
      if (line.startsWith(PROMPT)) {
        add(id, lines, sheets);
        id = line.substring(PROMPT.length()).strip();
      } else if (!line.isBlank() && !line.startsWith(COMMENT)) {
        lines.add(line.stripTrailing());
      }
    }
    add(id, lines, sheets);
    return sheets;
  }

  private void add(@Nullable String id, List<String> lines, Map<String, PromptSheet> sheets)
      throws IOException {
    if (id == null && !lines.isEmpty()) {
      throw new IOException(path + " begins with \"" + lines.get(0) + "\", not with a prompt");
    }
    if (id != null && sheets.put(id, new PromptSheet(id, lines)) != null) {
      throw new IOException(path + " has the prompt " + id + " twice");
    }
    lines.clear();
  }

  /** Keeps these as reviewed. The file is there as a whole, or as it was. */
  void write(String interfaceName, List<PromptSheet> sheets) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# The prompts of ")
        .append(interfaceName)
        .append(", as reviewed. Rewritten with -Agatewayz.lock.accept=true.\n");
    for (PromptSheet sheet : sheets) {
      text.append('\n').append(PROMPT).append(sheet.id()).append('\n');
      sheet.lines().forEach(line -> text.append(line).append('\n'));
    }
    if (Files.exists(path) && Files.readString(path, StandardCharsets.UTF_8).contentEquals(text)) {
      return;
    }
    Files.createDirectories(folder);
    Path fresh = Path.of(path + ".new");
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
