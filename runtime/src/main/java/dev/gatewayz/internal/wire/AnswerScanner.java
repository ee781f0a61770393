package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.json.JsonScanner;
import dev.gatewayz.internal.json.JsonScanner.Unsure;
import dev.gatewayz.internal.json.RecentText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the same documents as {@link AnswerReader}, which is its oracle, several times as fast.
 * Where it is unsure, among others about tool calls and about content in parts, it says so, and
 * {@link AnswerReader} reads the document from its beginning. Not thread-safe.
 */
final class AnswerScanner {
  private final JsonScanner in = new JsonScanner();
  private final ChunkPlaces places = new ChunkPlaces();

  // What the last document said where the next one is likely to say the same.
  private final RecentText id = new RecentText();
  private final RecentText object = new RecentText();
  private final RecentText model = new RecentText();
  private final RecentText role = new RecentText();
  private final RecentText finishReason = new RecentText();

  /** Reads a document into {@code answer}; returns false, with nothing of use there, if unsure. */
  boolean read(byte[] bytes, int offset, int length, AnswerFields answer) {
    answer.clear();
    places.clear();
    in.reset(bytes, offset, length);
    try {
      document(answer);
      return in.isAtEnd() && !(answer.isEmpty() && !answer.unknown.isEmpty());
    } catch (Unsure e) {
      return false;
    }
  }

  /** Where the values of the document that was read last are. */
  ChunkPlaces places() {
    return places;
  }

  private void document(AnswerFields answer) {
    Usage usageOfChoice = null;
    in.beginObject();
    for (boolean first = true; in.nextMember(first); first = false) {
      if (in.isName("id")) {
        answer.id = in.stringOrSkip(id);
        places.id(in, answer.id != null);
      } else if (in.isName("object")) {
        answer.object = in.stringOrSkip(object);
        answer.hasError |= "error".equals(answer.object);
      } else if (in.isName("created")) {
        boolean isNumber = in.peek() >= '0' && in.peek() <= '9';
        answer.created = in.numberOrSkip();
        places.created(in, isNumber);
      } else if (in.isName("model")) {
        answer.model = in.stringOrSkip(model);
      } else if (in.isName("choices")) {
        usageOfChoice = choices(answer);
      } else if (in.isName("usage")) {
        Usage usage = usage(answer);
        answer.usage = usage == null ? answer.usage : usage;
      } else if (in.isName("error")) {
        onlyNull();
      } else if (in.isName("gateway_usage")) {
        answer.gatewayUsage = gatewayUsage();
      } else if (in.isName("cost_usd")) {
        answer.cost = Costs.of(in);
      } else if (in.isName("x_groq")) {
        throw Unsure.INSTANCE;
      } else {
        answer.unknown.add(in);
      }
    }
    if (answer.usage == null) {
      answer.usage = usageOfChoice;
    }
  }

  /** Returns the usage that Moonshot hides inside a choice. */
  private @Nullable Usage choices(AnswerFields answer) {
    if (in.peek() == '{') {
      throw Unsure.INSTANCE;
    }
    answer.hasChoices = in.peek() == '[';
    if (!answer.hasChoices) {
      in.skip();
      return null;
    }
    Usage usage = null;
    in.beginArray();
    for (boolean first = true; in.nextElement(first); first = false) {
      if (in.peek() == '{') {
        Usage own = choice(answer, answer.addChoice());
        usage = own == null ? usage : own;
      } else {
        in.skip();
      }
    }
    return usage;
  }

  private @Nullable Usage choice(AnswerFields answer, ChoiceFields choice) {
    Usage usage = null;
    boolean isSaid = false;
    in.beginObject();
    for (boolean first = true; in.nextMember(first); first = false) {
      if (in.isName("index")) {
        choice.index(in.numberOrSkip());
      } else if (in.isName("delta") || in.isName("message")) {
        if (isSaid) {
          throw Unsure.INSTANCE;
        }
        isSaid = in.peek() == '{';
        message(choice);
      } else if (in.isName("finish_reason")) {
        choice.finish(in.stringOrSkip(finishReason));
      } else if (in.isName("usage")) {
        Usage own = usage(answer);
        usage = own == null ? usage : own;
      } else if (in.isName("error") || in.isName("text")) {
        onlyNull();
      } else {
        choice.unknown.add(in);
      }
    }
    return usage;
  }

  private void message(ChoiceFields choice) {
    if (in.peek() != '{') {
      in.skip();
      return;
    }
    in.beginObject();
    for (boolean first = true; in.nextMember(first); first = false) {
      if (in.isName("content")) {
        if (in.peek() != '"' && in.peek() != 'n') {
          throw Unsure.INSTANCE;
        }
        choice.content = in.stringOrSkip();
        places.text(in, choice.content != null);
      } else if (in.isName("role")) {
        choice.role = in.stringOrSkip(role);
      } else if (in.isName("reasoning_content")) {
        String reasoning = in.stringOrSkip();
        choice.reasoningContent = reasoning == null ? choice.reasoningContent : reasoning;
      } else if (in.isName("reasoning")) {
        String reasoning = in.stringOrSkip();
        choice.reasoningText = reasoning == null ? choice.reasoningText : reasoning;
      } else if (in.isName("refusal")) {
        choice.refusal = in.stringOrSkip();
      } else if (in.isName("tool_calls")) {
        toolCalls();
      } else if (isRare()) {
        onlyNull();
      } else {
        in.skip();
      }
    }
  }

  /** What is rarely there is read by the other reader when it is. */
  private void onlyNull() {
    if (in.peek() != 'n') {
      throw Unsure.INSTANCE;
    }
    in.skip();
  }

  private boolean isRare() {
    return in.isName("reasoning_details")
        || in.isName("thinking_blocks")
        || in.isName("extra_content")
        || in.isName("thinking")
        || in.isName("reasoning_text")
        || in.isName("function_call");
  }

  /** Only the absence of tool calls is read here. */
  private void toolCalls() {
    if (in.peek() == '{') {
      throw Unsure.INSTANCE;
    }
    if (in.peek() == '[') {
      in.beginArray();
      if (in.nextElement(true)) {
        throw Unsure.INSTANCE;
      }
    } else {
      in.skip();
    }
  }

  private @Nullable Usage usage(AnswerFields answer) {
    if (in.peek() != '{') {
      in.skip();
      return null;
    }
    UsageFields usage = answer.usageFields.clear();
    in.beginObject();
    for (boolean first = true; in.nextMember(first); first = false) {
      if (in.isName("prompt_tokens")) {
        usage.prompt = count();
      } else if (in.isName("completion_tokens")) {
        usage.completion = count();
      } else if (in.isName("total_tokens")) {
        boolean isThere = in.peek() != 'n';
        long count = count();
        usage.total = isThere ? count : usage.total;
      } else if (in.isName("cache_read_input_tokens")) {
        usage.cached = Math.max(usage.cached, count());
      } else if (in.isName("cache_creation_input_tokens")) {
        usage.cacheWrite = count();
      } else if (in.isName("prompt_tokens_details")) {
        usage.cached = Math.max(usage.cached, detail("cached_tokens"));
      } else if (in.isName("completion_tokens_details")) {
        usage.reasoning = detail("reasoning_tokens");
      } else if (in.isName("cost") || in.isName("cost_usd") || in.isName("estimated_cost")) {
        usage.cost(Costs.of(in));
      } else if (in.isName("input_tokens") || in.isName("output_tokens")) {
        throw Unsure.INSTANCE;
      } else {
        usage.unknown.add(in);
      }
    }
    return usage.toUsage();
  }

  private long detail(String wanted) {
    if (in.peek() != '{') {
      in.skip();
      return 0;
    }
    long value = 0;
    in.beginObject();
    for (boolean first = true; in.nextMember(first); first = false) {
      if (in.isName(wanted)) {
        value = count();
      } else {
        in.skip();
      }
    }
    return value;
  }

  private GatewayUsage gatewayUsage() {
    if (in.peek() != '{') {
      in.skip();
      return GatewayUsage.builder().build();
    }
    String provider = null;
    BigDecimal cost = null;
    in.beginObject();
    for (boolean first = true; in.nextMember(first); first = false) {
      if (in.isName("provider")) {
        provider = in.stringOrSkip();
      } else if (in.isName("cost_usd")) {
        cost = Costs.of(in);
      } else {
        in.skip();
      }
    }
    return GatewayUsage.builder().provider(provider).cost(cost).build();
  }

  private long count() {
    return Math.max(0, in.numberOrSkip());
  }
}
