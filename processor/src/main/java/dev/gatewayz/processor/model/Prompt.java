package dev.gatewayz.processor.model;

import dev.gatewayz.internal.binding.BoundMessages;
import dev.gatewayz.internal.binding.PromptTemplates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A prompt that was checked.
 *
 * @param declaration how its author wrote it
 * @param id what usage reports, budgets and traces call it
 * @param hash a digest of all that is constant
 * @param model the model, with its prefix
 * @param options settings and tools as members of the request
 * @param fallbacks other models that are asked, with their prefix
 * @param acceptsTruncated whether text that breaks off is an answer
 * @param deadlines milliseconds by phase
 * @param format the answer's JSON Schema in the form of the request, unless the answer is text
 * @param templates what the messages are made of
 * @param messages what the templates come to
 * @param files the digest of each template file, by its path
 */
public record Prompt(
    PromptDeclaration declaration,
    String id,
    String hash,
    String model,
    RequestOptions options,
    List<String> fallbacks,
    boolean acceptsTruncated,
    Map<Deadline, Integer> deadlines,
    Optional<ResponseFormat> format,
    PromptTemplates templates,
    BoundMessages messages,
    Map<String, String> files) {

  /** Copies the collections. */
  public Prompt {
    fallbacks = List.copyOf(fallbacks);
    deadlines = Map.copyOf(deadlines);
    files = Map.copyOf(files);
  }

  /** What changes how it is called without being part of its request, as JSON by names. */
  public Map<String, String> handling() {
    return Handling.of(declaration, fallbacks, acceptsTruncated, deadlines);
  }
}
