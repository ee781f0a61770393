package dev.gatewayz.benchmarks.jmh;

import java.nio.charset.StandardCharsets;

/** Streams as servers send them, and as they had better not. */
public enum EventShape {
  /** Every chunk like the one before, but for its text. */
  ALIKE {
    @Override
    String event(int i) {
      return chunk("{\"content\":\"" + text(i) + "\"}", "");
    }
  },
  /** The members of each chunk in another order than those of the ones before. */
  REORDERED {
    @Override
    String event(int i) {
      String[] members = {
        "\"id\":\"chatcmpl-BoJ8QhkTd2kGgWZTHBwbT9uhJTzG6\"",
        "\"object\":\"chat.completion.chunk\"",
        "\"created\":1750000000",
        "\"model\":\"bench/stream\"",
        "\"system_fingerprint\":\"fp_34a54ae93c\"",
        "\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
            + text(i)
            + "\"},\"logprobs\":null,\"finish_reason\":null}]"
      };
      StringBuilder json = new StringBuilder("{");
      int turn = i;
      for (int left = members.length; left > 0; left--) {
        int pick = turn % left;
        turn = turn / left + i;
        json.append(json.length() > 1 ? "," : "").append(members[pick]);
        members[pick] = members[left - 1];
      }
      return json.append('}').toString();
    }
  },
  /** Each chunk with a member that no other has. */
  CHANGING {
    @Override
    String event(int i) {
      return chunk(
          "{\"content\":\"" + text(i) + "\"}",
          ",\"obfuscation" + i + "\":\"" + "x".repeat(i % 40) + "\"");
    }
  },
  /** Each chunk with unknown members, deep ones. */
  DEEP {
    @Override
    String event(int i) {
      int depth = 40 + i % 50;
      String deep = "{\"a\":[".repeat(depth) + i + "]}".repeat(depth);
      return chunk("{\"content\":\"" + text(i) + "\"}", ",\"x" + i + "\":" + deep);
    }
  },
  /** Chunks of 1 MiB of text. */
  HUGE {
    @Override
    String event(int i) {
      return chunk("{\"content\":\"" + (text(i) + " ").repeat(1024 * 1024 / 9) + "\"}", "");
    }

    @Override
    int count() {
      return 8;
    }
  },
  /** Chunks of 1 MiB of text that is nothing but escapes. */
  ESCAPED {
    @Override
    String event(int i) {
      return chunk("{\"content\":\"" + "\\n\\u00fc\\\"".repeat(1024 * 1024 / 10) + "\"}", "");
    }

    @Override
    int count() {
      return 8;
    }
  };

  private static final String[] WORDS = {
    " revenue", " of", " the", ",", " twelve", " quarter", ".", " services", " Zürich", "\\n\\n"
  };

  abstract String event(int i);

  int count() {
    return 256;
  }

  /** The bytes of a stream, up to its end. */
  byte[] stream() {
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < count(); i++) {
      stream.append("data: ").append(event(i)).append("\n\n");
    }
    return stream
        .append("data: ")
        .append(
            "{\"id\":\"chatcmpl-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":100,"
                + "\"completion_tokens\":256,\"total_tokens\":356}}")
        .append("\n\n")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(int i) {
    return WORDS[i % WORDS.length];
  }

  private static String chunk(String delta, String more) {
    return "{\"id\":\"chatcmpl-BoJ8QhkTd2kGgWZTHBwbT9uhJTzG6\",\"object\":\"chat.completion.chunk\","
        + "\"created\":1750000000,\"model\":\"bench/stream\",\"service_tier\":\"default\","
        + "\"system_fingerprint\":\"fp_34a54ae93c\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"logprobs\":null,\"finish_reason\":null}],\"usage\":null"
        + more
        + "}";
  }
}
