package dev.gatewayz.processor.lock;

import dev.gatewayz.processor.model.Client;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds prompts to what was reviewed.
 *
 * @param folder where the reviewed prompts are kept
 * @param accepts whether those of this build are the reviewed ones from now on
 */
public record PromptLock(Path folder, boolean accepts) {

  /**
   * How the prompts of an interface differ from the reviewed ones.
   *
   * @param origin the interface
   */
  public Findings check(Client client, Origin origin) {
    String name = client.declaration().type().canonicalName();
    LockFile file = new LockFile(folder, client.declaration().type().reflectionName());
    try {
      if (accepts) {
        file.write(name, client.prompts().stream().map(PromptSheet::of).toList());
        return Findings.NONE;
      }
      return compare(client, file, origin);
    } catch (IOException e) {
      return Findings.of(Message.LOCK_FAILED, origin, name, e.toString());
    }
  }

  private static Findings compare(Client client, LockFile file, Origin origin) throws IOException {
    Map<String, PromptSheet> reviewed = new LinkedHashMap<>(file.read());
    Map<Prompt, PromptSheet> added = new LinkedHashMap<>();
    Findings.Builder findings = new Findings.Builder();
    for (Prompt prompt : client.prompts()) {
      PromptSheet now = PromptSheet.of(prompt);
      PromptSheet before = reviewed.remove(prompt.id());
      if (before == null) {
        added.put(prompt, now);
      } else if (!before.equals(now)) {
        findings.add(
            changed(
                Finding.of(
                    Message.PROMPT_CHANGED, prompt.declaration().annotation(), prompt.id(), file),
                before,
                now));
      }
    }
    added.forEach((prompt, now) -> findings.add(unreviewed(prompt, now, reviewed, file)));
    for (String id : reviewed.keySet()) {
      findings.add(Finding.of(Message.PROMPT_REMOVED, origin, id, file));
    }
    return findings.build();
  }

  private static Finding changed(Finding finding, PromptSheet before, PromptSheet now) {
    for (String line : LineDiff.of(before.lines(), now.lines())) {
      finding = finding.note(line);
    }
    return finding;
  }

  /** A prompt that was not reviewed, or one that was, under another id. */
  private static Finding unreviewed(
      Prompt prompt, PromptSheet now, Map<String, PromptSheet> reviewed, LockFile file) {
    Origin annotation = prompt.declaration().annotation();
    Optional<PromptSheet> former = formerly(now, List.copyOf(reviewed.values()));
    if (former.isPresent()) {
      reviewed.remove(former.get().id());
      return Finding.of(Message.PROMPT_RENAMED, annotation, former.get().id(), prompt.id(), file);
    }
    return Finding.of(Message.PROMPT_NOT_REVIEWED, annotation, prompt.id(), file);
  }

  private static Optional<PromptSheet> formerly(PromptSheet now, List<PromptSheet> removed) {
    return removed.stream().filter(now::isRenamed).findFirst();
  }
}
