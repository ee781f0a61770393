package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import dev.gatewayz.processor.model.DataType;

/** The names that generated code refers to. A test asserts that they exist. */
final class ClassNames {
  private static final String CODEGEN = "dev.gatewayz.codegen";

  static final ClassName GENERATED = ClassName.get(CODEGEN, "GatewayzGenerated");
  static final ClassName GATEWAYZ = ClassName.get("dev.gatewayz", "Gatewayz");
  static final ClassName PROMPT = ClassName.get(CODEGEN, "Prompt");
  static final ClassName PROMPT_CLIENT = ClassName.get(CODEGEN, "PromptClient");
  static final ClassName OVERRIDABLE = ClassName.get(CODEGEN, "Overridable");
  static final ClassName TEMPLATE_TYPES = ClassName.get(CODEGEN, "TemplateTypes");
  static final ClassName RENDERING = ClassName.get(CODEGEN, "Rendering");
  static final ClassName ANSWER_TYPE = ClassName.get(CODEGEN, "AnswerType");
  static final ClassName JSON_IN = ClassName.get(CODEGEN, "JsonIn");
  static final ClassName GROWING = ClassName.get(CODEGEN, "Growing");
  static final ClassName KNOWN = ClassName.get(CODEGEN, "Known");
  static final ClassName FAKE_CALLS = ClassName.get(CODEGEN, "FakeCalls");
  static final ClassName CHAT_CHUNK = ClassName.get("dev.gatewayz.chat", "ChatChunk");
  static final ClassName TOOLS = ClassName.get(CODEGEN, "Tools");
  static final ClassName INVOCATION = ClassName.get(CODEGEN, "Tools", "Invocation");
  static final ClassName SCHEMA_FORM = ClassName.get("dev.gatewayz.annotation", "SchemaForm");
  static final ClassName PATTERN = ClassName.get("java.util.regex", "Pattern");

  private ClassNames() {}

  /** The class of an optional. */
  static ClassName optional(DataType.Maybe.Box box) {
    return ClassName.get("java.util", box.className());
  }
}
