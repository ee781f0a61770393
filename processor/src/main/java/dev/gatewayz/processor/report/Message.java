package dev.gatewayz.processor.report;

import static javax.tools.Diagnostic.Kind.WARNING;

import dev.gatewayz.internal.template.TemplateMessage;
import javax.tools.Diagnostic;

/**
 * Everything the processor can say, with a code that never changes its meaning and is never used
 * again. The hundreds group them: 10 interfaces and methods, 20 templates, 30 parameters and roles,
 * 40 model and sampling, 50 answers, 60 template files, 70 tools, 80 options, 90 the processor
 * itself.
 */
public enum Message {
  NOT_AN_INTERFACE(
      1001, "\"%s\" is %s, and @GatewayzClient needs an interface. Move the prompts to one."),
  PROMPT_OUTSIDE_INTERFACE(
      1002,
      "\"%s\" is a method of %s, and @GatewayzPrompt needs a method of an interface. Move it to"
          + " one."),
  PRIVATE_INTERFACE(
      1003,
      "\"%s\" is private, so the client generated beside it cannot see it. Remove \"private\"."),
  GENERIC_CLIENT(
      1004,
      "\"%1$s\" has the type parameter \"%2$s\", and a client needs concrete types. Move"
          + " @GatewayzClient to an interface that extends \"%1$s\" with the types you mean."),
  SEALED_CLIENT(
      1005,
      "\"%s\" is sealed and does not permit its generated client. Remove \"sealed\", or permit"
          + " \"%s\"."),
  NOT_A_PROMPT(
      1006,
      "The abstract method \"%s\" is no prompt, so nothing can implement it. Annotate it with"
          + " @GatewayzPrompt, or give it a body with \"default\"."),
  PROMPT_WITH_BODY(
      1007,
      "The prompt \"%s\" has a body, so its template would never be used. Remove the body or"
          + " @GatewayzPrompt."),
  GENERIC_METHOD(
      1008,
      "The prompt \"%s\" declares the type parameter \"%s\", and a prompt needs concrete types."
          + " Write the type you mean."),
  OBJECT_METHOD(
      1009, "\"%s\" is a method of every object and cannot be a prompt. Rename the prompt."),
  SUSPEND(
      1010,
      "The prompt \"%s\" is a Kotlin suspend function, which cannot be implemented in Java. Remove"
          + " \"suspend\", return CompletableFuture<String> and await it."),
  TWO_PROMPTS(
      1011,
      "\"%1$s\" inherits two prompts for \"%2$s\", from \"%3$s\" and from \"%4$s\". Declare"
          + " \"%2$s\" in \"%1$s\" with the one you mean."),
  NAME_TAKEN(
      1012,
      "The client of \"%s\" would be named \"%s\", and there is such a class already. Rename one of"
          + " the two."),
  NOT_VISIBLE(
      1013,
      "The type \"%s\" is not visible to the generated client \"%s\". Make it public, or at least"
          + " package-private in the same package."),
  NO_CLIENT(
      1014,
      WARNING,
      "No client is generated for \"%s\", because its prompt \"%s\" has no model. Add"
          + " @GatewayzClient(model = \"gatewayz/...\") to have one, or"
          + " @SuppressWarnings(\"GZ1014\") if other interfaces extend this one."),
  UNDEFINED_TYPE(
      1015,
      Diagnostic.Kind.NOTE,
      "No client is generated for \"%s\", because it refers to \"%s\", which does not exist."),
  MISSING_CLASS(
      1017,
      "No client can be generated for \"%s\", because the class path lacks a class that it needs:"
          + " %s."),
  NO_PROMPTS(
      1016,
      WARNING,
      "\"%s\" has no prompts, so its client can do nothing. Annotate its methods with"
          + " @GatewayzPrompt."),
  SAME_ID(
      1018,
      "\"%s\" has another prompt with the id \"%s\". Give this one an id of its own, as in"
          + " @GatewayzPrompt(id = \"...\")."),
  HIDES_ANNOTATION(1020, "The client of \"%s\" would hide %s in its package. Rename \"%1$s\"."),
  NO_LOMBOK(
      1021,
      "No client can be generated for \"%s\", because it needs %s, and Lombok has not run. Put"
          + " lombok on the annotation processor path, beside gatewayz-processor."),
  ID_SPELLING(1019, "\"%s\" is no id. Use letters from A to Z, digits, \"_\" and \"-\"%s."),

  UNKNOWN_NAME(TemplateMessage.UNKNOWN_NAME),
  UNKNOWN_PROPERTY(TemplateMessage.UNKNOWN_PROPERTY),
  UNUSED_PARAMETER(
      2003,
      Diagnostic.Kind.ERROR,
      true,
      "No template uses the parameter \"%s\", so it is never sent. %s"),
  BLANK(TemplateMessage.BLANK),
  UNCLOSED_TAG(TemplateMessage.UNCLOSED_TAG),
  UNCLOSED_SECTION(TemplateMessage.UNCLOSED_SECTION),
  WRONG_CLOSE(TemplateMessage.WRONG_CLOSE),
  UNOPENED(TemplateMessage.UNOPENED),
  BAD_NAME(TemplateMessage.BAD_NAME),
  BAD_DELIMITERS(TemplateMessage.BAD_DELIMITERS),
  NO_TEXT(TemplateMessage.NO_TEXT),
  NULLABLE(TemplateMessage.NULLABLE),
  NO_SECTION(TemplateMessage.NO_SECTION),
  NEVER_RENDERED(TemplateMessage.NEVER_RENDERED),
  DOT_OUTSIDE(TemplateMessage.DOT_OUTSIDE),
  NAMELESS_PARAMETERS(TemplateMessage.NAMELESS_PARAMETERS),
  DUPLICATE_NAME(2017, "Two parameters are named \"%s\". Rename one."),
  BAD_VAR(2018, "\"%s\" is no name for a template. Use letters, digits, \"_\" and \"-\"."),
  TOO_DEEP(TemplateMessage.TOO_DEEP),
  TOO_LARGE(TemplateMessage.TOO_LARGE),

  TWO_OPTIONS(3001, "The prompt \"%s\" has two parameters of type CallOptions. Keep one."),
  HISTORY_TYPE(
      3003,
      "The history \"%s\" is %s, and must be Conversation, or List<Message> of"
          + " dev.gatewayz.chat.Message."),
  TWO_HISTORIES(3004, "The prompt \"%s\" has two parameters that hold a history. Keep one."),
  UNTRUSTED_IN_SYSTEM(TemplateMessage.UNTRUSTED_IN_SYSTEM),
  NOT_UNTRUSTED(3006, "untrustedInSystem names \"%s\", which is no @Untrusted parameter."),
  NO_JSON(TemplateMessage.NO_JSON),
  MISPLACED(3008, "%s has no effect on \"%s\", which is %s and is passed on by itself. Remove it."),
  NOT_A_VALUE(TemplateMessage.NOT_A_VALUE),

  NO_MODEL(
      4001,
      "The prompt \"%s\" has no model. Write @GatewayzPrompt(model = \"gatewayz/...\"), or"
          + " @GatewayzClient(model = \"gatewayz/...\") for all prompts of \"%s\"."),
  MODEL_PREFIX(4002, "The model \"%s\" lacks its prefix. Write \"%s\"."),
  MODEL_NAME(4003, "\"%s\" names no model. Write one as in \"gatewayz/openai/gpt-4o-mini\"."),
  MODEL_ROUTER(
      4004,
      WARNING,
      "The model \"%s\" is a router, and the gateway answers 400 unless auto routing is switched on"
          + " for your account. Name a model, as in \"gatewayz/openai/gpt-4o-mini\"."),
  OUT_OF_RANGE(4005, "%s is %s, and must be %s."),
  TOO_MANY_STOPS(4006, "stop has %s sequences, and the gateway takes at most 4. Remove %s."),
  EMPTY_SETTING(4007, "%s is %s. Write a text, or leave it out."),
  SINGLE_ANSWER(
      4008,
      "n is %s, but \"%s\" can hold one answer only. Return Completion<String>, or set n to 1."),
  BILLED_ANSWERS(
      4009, WARNING, "n is %s: the gateway may bill for all answers and return the first only."),
  ASKED_TWICE(
      4010, "The model \"%s\" is asked already, and would fail again. Name another, or remove it."),
  OWN_MEMBER(4011, "\"%s\" is a member that the client writes itself. %s"),
  EXTRA_JSON(4012, "The value of the extra member \"%s\" is not JSON: %s"),
  EXTRA_TWICE(4013, "The extra member \"%s\" is set twice. Remove one."),
  UNSET_NAME(4014, "unset names \"%s\", which is no default that can be undone."),
  UNSET_NOTHING(
      4015, "unset names \"%s\", which \"%s\" does not set. Remove it: there is nothing to undo."),
  NEVER_CACHED(
      4016,
      WARNING,
      "\"%s\" has %s characters behind %s that are the same in every call, and no provider can"
          + " cache them there. Put what changes behind what does not."),
  NOTHING_CACHED(
      4017,
      WARNING,
      "cache has no effect on \"%s\": %s stands before everything that is worth it. Remove it, or"
          + " put what changes behind what does not."),
  UNKNOWN_MODEL(4018, WARNING, "The gateway has no model \"%s\"."),
  OVER_LIMIT(4019, WARNING, "maxTokens is %s, and the gateway's \"%s\" writes no more than %s."),
  UNABLE_MODEL(4020, WARNING, "The gateway's \"%s\" cannot %s, and \"%s\" asks for that."),
  OVER_WINDOW(
      4021, WARNING, "\"%s\" has about %s tokens of text, and the gateway's \"%s\" reads %s."),

  RETURN_TYPE(5001, "\"%s\" is no type an answer can have. %s"),
  DATA_TYPE(5002, "\"%s\" is %s, which cannot be read from JSON. %s"),
  OPEN_MAP(
      5003,
      "\"%s\" is %s, whose names the schema cannot list. Use a record or a List, or allow it"
          + " with strict = false in the annotation."),
  UNION_MEMBER(
      5004, "\"%s\" cannot be part of the sealed interface \"%s\" in JSON: %s. Use a record."),
  SCHEMA_LIMIT(5005, "The schema of \"%s\" has %s, and strict mode takes no more. %s"),
  ENDLESS(
      5006,
      "Every \"%s\" contains another without end, so there is none. Make the component @Nullable,"
          + " Optional or a List."),
  SAME_NAME(5007, "\"%s\" has two parts that JSON calls \"%s\". Rename one."),
  CONSTRAINT_TYPE(5008, "@%s has no effect on \"%s\": it is for %s. Remove it."),
  CONSTRAINT_VALUE(5009, "@%s of \"%s\" is not possible: %s."),
  NO_EFFECT(
      5010,
      "%s has no effect on a prompt that returns %s. Remove it, or return a record, an enum or a"
          + " List in one piece."),
  NEVER_TRUNCATED(
      5011,
      "acceptTruncated has no effect on a prompt that returns %s, which is read whole or says how"
          + " it ended. Remove it, or return String."),
  IGNORED(
      5012,
      "\"%s\" is ignored in JSON, so there is nothing to construct the record with. Make it"
          + " @Nullable or Optional, or leave it out of the record."),
  UNSEEN(
      5013,
      WARNING,
      "The annotations in the types of \"%s\" cannot be seen: this compiler hides those of class"
          + " files, and its class file is not to be found. Compile with Java 22 or later, or"
          + " compile it together with the prompts."),
  SNAPSHOTS_TYPE(5014, "snapshots is for a stream of a record; \"%s\" returns %s. Remove it."),
  NEVER_PARTIAL(5015, "\"%s\" of \"%s\" cannot be partial. Make it Optional, @Nullable or a List."),
  OWN_FORM(5016, "\"%s\" is %s, and %s decides at run time what that is in JSON. %s"),

  NO_TEMPLATE(6001, "The prompt \"%s\" has no template. Write its text, or name its file."),
  TWO_TEMPLATES(6002, "The prompt \"%s\" has a text and a file. Keep one of the two."),
  FILE_NOT_FOUND(TemplateMessage.FILE_NOT_FOUND),
  FILE_UNREADABLE(TemplateMessage.FILE_UNREADABLE),
  FILE_PATH(TemplateMessage.FILE_PATH),
  ENDLESS_PARTIAL(TemplateMessage.ENDLESS_PARTIAL),

  NO_TOOLS(7001, "\"%s\" has no tools. Annotate its methods with @GatewayzTool."),
  TOOL_TYPE(7002, "\"%s\" cannot have tools. %s"),
  TOOL_METHOD(7003, "\"%s\" cannot be a tool: %s."),
  TOOL_NAME(
      7004,
      "\"%s\" is no name for a tool. Use letters, digits, \"_\" and \"-\", at most 64 of them."),
  SAME_TOOL(
      7005,
      "\"%s\" has two tools that the model would call \"%s\". Rename one, with"
          + " @GatewayzTool(name = \"...\")."),
  NO_DESCRIPTION(
      7006,
      "The tool \"%s\" has no description, so the model cannot know when to use it. Write it in"
          + " @GatewayzTool; Javadoc does only where both are compiled together."),
  TOOL_RESULT(7007, "The tool \"%s\" returns %s, which cannot be written as JSON."),
  NO_ROUNDS(7008, "maxToolRounds has no effect without tools. Remove it, or name tools."),
  TOO_MANY_TOOLS(7009, "\"%s\" has %s tools, and models take no more than %s. Split it."),
  NAMELESS_ARGUMENTS(
      7010,
      "The parameters of the tool \"%s\" have no names in its class file, so the model cannot know"
          + " what to pass. Compile \"%s\" with -parameters, or name each with @Var."),
  TOOL_CHOICE(7011, "toolChoice is \"%s\", and no tool of the prompt has that name."),
  NO_CHOICE(7012, "toolChoice has no effect without tools. Remove it, or name tools."),

  UNKNOWN_OPTION(8001, "There is no option -A%s."),
  OPTION_VALUE(8002, "-A%s=%s is not possible: %s."),
  NO_COMPONENT(
      8003,
      "-Agatewayz.component=%s needs %s, which is not on the class path. Add the framework, or drop"
          + " the option."),
  NO_RUNTIME(
      8004,
      "What is generated needs gatewayz-runtime, which is not on the class path. Add it to the"
          + " dependencies, and to a module-info.java \"requires dev.gatewayz\"."),
  OLD_RUNTIME(
      8005,
      "This gatewayz-runtime is too old for this gatewayz-processor. Raise gatewayz-runtime to the"
          + " processor's version."),
  OLD_PROCESSOR(
      8006,
      "This gatewayz-processor is too old for this gatewayz-runtime. Raise gatewayz-processor to"
          + " the runtime's version."),
  PROMPT_CHANGED(
      8007,
      "The prompt %s is not as it was reviewed in %s. If the change is meant, build once with"
          + " -Agatewayz.lock.accept=true and have the file reviewed."),
  PROMPT_NOT_REVIEWED(
      8008,
      "The prompt %s is not in %s, so it was not reviewed. Build once with"
          + " -Agatewayz.lock.accept=true and have the file reviewed."),
  PROMPT_REMOVED(
      8009,
      "The prompt %s was reviewed in %s and does not exist any more. If that is meant, build once"
          + " with -Agatewayz.lock.accept=true."),
  PROMPT_RENAMED(
      8010,
      "The prompt %s is now called %s; nothing else of it has changed. Budgets, usage and tests know"
          + " it by the old id in %s: give it back with id = \"...\", or build once with"
          + " -Agatewayz.lock.accept=true."),
  LOCK_FAILED(8011, "The reviewed prompts of \"%s\" could not be read or written: %s"),

  INTERNAL_ERROR(
      9001,
      "The processor failed on \"%s\". This is a mistake in the processor, not in your code; please"
          + " report it with what follows.%n%s"),
  WRITE_FAILED(9002, "The client of \"%s\" could not be written: %s");

  private final int number;
  private final Diagnostic.Kind kind;
  private final boolean suppressible;
  private final String text;

  Message(TemplateMessage said) {
    this(
        said.number(),
        said.isError() ? Diagnostic.Kind.ERROR : WARNING,
        !said.isError(),
        said.text());
  }

  Message(int number, String text) {
    this(number, Diagnostic.Kind.ERROR, false, text);
  }

  Message(int number, Diagnostic.Kind kind, String text) {
    this(number, kind, true, text);
  }

  Message(int number, Diagnostic.Kind kind, boolean suppressible, String text) {
    this.number = number;
    this.kind = kind;
    this.suppressible = suppressible;
    this.text = text;
  }

  /** What the template language says. */
  static Message of(TemplateMessage said) {
    return valueOf(said.name());
  }

  /** The stable code, as in {@code GZ2001}. */
  public String code() {
    return "GZ" + number;
  }

  /** An error stops the build, a warning or a note does not. */
  public Diagnostic.Kind kind() {
    return kind;
  }

  /** Whether {@code @SuppressWarnings} with the code silences it. */
  public boolean suppressible() {
    return suppressible;
  }

  /** The text with its holes filled. */
  String format(Object... args) {
    return String.format(text, args);
  }
}
