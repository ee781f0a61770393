package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.internal.binding.Step;
import dev.gatewayz.internal.binding.StepVisitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes steps as statements on a local {@code rendering}. Constant text is gathered into segments,
 * calls that follow each other are chained.
 */
final class StepEmitter implements StepVisitor {
  /** The compiler recurses into chains, and people lose their way in them. */
  private static final int LONGEST_CHAIN = 12;

  /**
   * How long lines get, about: JavaPoet could keep to it, and takes each call by itself for that.
   */
  private static final int LINE = 94;

  /** What stands before a chain in its first line. */
  private static final int BEFORE_CHAIN = 24;

  /** How far further lines of a statement are indented. */
  private static final int INDENT = 8;

  private final Segments segments;
  private final String start;
  private final CodeBlock.Builder code = CodeBlock.builder();
  private final StringBuilder constant = new StringBuilder();
  private final List<Object> chain = new ArrayList<>();
  private boolean isStarted;

  /**
   * An emitter.
   *
   * @param start the expression that begins a rendering
   */
  StepEmitter(Segments segments, String start) {
    this.segments = segments;
    this.start = start;
  }

  /** The statements of a method that gets its rendering from another. */
  static CodeBlock fragment(List<Step> steps, Segments segments) {
    StepEmitter emitter = new StepEmitter(segments, "rendering");
    emitter.isStarted = true;
    emitter.emit(steps);
    emitter.flush();
    return emitter.code.build();
  }

  /**
   * An emitter whose steps are taken only if no other templates have written the messages.
   *
   * @param begin the expression that begins a rendering
   */
  static StepEmitter overridable(CodeBlock begin, Segments segments) {
    StepEmitter emitter = new StepEmitter(segments, "rendering");
    emitter.isStarted = true;
    emitter
        .code
        .addStatement("var rendering = $L", begin)
        .beginControlFlow("if (rendering.isCompiled())");
    return emitter;
  }

  /** Ends what is only done under a condition. */
  void endControlFlow() {
    flush();
    code.endControlFlow();
  }

  /** Adds a call to the chain, without names of types, which is printed as it is. */
  void call(String call) {
    flushConstant();
    append(call);
  }

  void emit(List<Step> steps) {
    steps.forEach(step -> step.accept(this));
  }

  /**
   * The whole rendering as one expression if it is one chain; else its last name, after the
   * statements that fill it.
   */
  CodeBlock result() {
    flushConstant();
    if (!isStarted) {
      return chained(start);
    }
    flush();
    return CodeBlock.of("rendering");
  }

  /** The statements that come before the result. */
  CodeBlock statements() {
    return code.build();
  }

  @Override
  public void write(Step.Write write) {
    constant.append(Json.escape(write.text()));
  }

  @Override
  public void raw(Step.Raw raw) {
    constant.append(raw.json());
  }

  @Override
  public void show(Step.Show show) {
    String value = Code.of(show.value());
    String arguments = Ascii.literal(show.label()) + ", " + value + ")";
    switch (show.form()) {
      case JSON -> call(".json(" + value + ")");
      case TEXT -> call(".text(" + arguments);
      case STRING -> string(arguments);
    }
  }

  @Override
  public void comma(Step.Comma comma) {
    call(".comma()");
  }

  @Override
  public void fence(Step.Fence fence) {
    call(fence.opens() ? ".fence()" : ".endFence()");
  }

  @Override
  public void filled(Step.Filled filled) {
    call(".filled(" + Ascii.literal(filled.role()) + ")");
  }

  @Override
  public void history(Step.History history) {
    String messages = Code.of(history.messages());
    String begin = ".history(" + Ascii.literal(history.label()) + ", " + messages;
    flushConstant();
    append(
        history.isArray()
            ? CodeBlock.of("$L == null ? null : $T.asList($L))", begin, Arrays.class, messages)
            : begin + ")");
  }

  @Override
  public void part(Step.Part part) {
    call(".part(" + Ascii.literal(part.label()) + ", " + Code.of(part.part()) + ")");
  }

  @Override
  public void call(Step.Call call) {
    flush();
    code.addStatement("$L(rendering$L)", call.method(), arguments(call));
  }

  @Override
  public void choose(Step.Choose choose) {
    flush();
    String value = Code.of(choose.value());
    int last = choose.cases().size() - 1;
    for (int i = 0; i <= last; i++) {
      Step.Case one = choose.cases().get(i);
      TypeName type = Code.type(one.variant().type().name());
      if (i < last) {
        String local = one.local().map(name -> " " + name).orElse("");
        CodeBlock test = CodeBlock.of("if ($L instanceof $T$L)", value, type, local);
        if (i == 0) {
          code.beginControlFlow("$L", test);
        } else {
          code.nextControlFlow("else $L", test);
        }
      } else {
        if (i > 0) {
          code.nextControlFlow("else");
        }
        // There is no other type that it could be of.
        one.local().ifPresent(name -> code.addStatement("$1T $2L = ($1T) $3L", type, name, value));
      }
      emit(one.body());
      flush();
    }
    if (last > 0) {
      code.endControlFlow();
    }
  }

  @Override
  public void let(Step.Let let) {
    flush();
    code.addStatement("var $L = $L", let.local(), Code.of(let.value()));
  }

  private static String arguments(Step.Call call) {
    return call.arguments().stream().map(a -> ", " + Code.of(a)).collect(Collectors.joining());
  }

  @Override
  public void each(Step.Each each) {
    if (!each.body().isEmpty()) {
      flush();
      code.beginControlFlow("for (var $L : $L)", each.local(), Code.of(each.elements()));
      emit(each.body());
      flush();
      code.endControlFlow();
    }
  }

  @Override
  public void when(Step.When when) {
    boolean isSwapped = when.body().isEmpty();
    List<Step> body = isSwapped ? when.otherwise() : when.body();
    if (body.isEmpty()) {
      return;
    }
    flush();
    boolean isNegated = when.negated() != isSwapped;
    CodeBlock condition = isNegated ? Code.notAll(when.conditions()) : Code.all(when.conditions());
    code.beginControlFlow("if ($L)", condition);
    emit(body);
    flush();
    if (!isSwapped && !when.otherwise().isEmpty()) {
      code.nextControlFlow("else");
      emit(when.otherwise());
      flush();
    }
    code.endControlFlow();
  }

  /** Adds what writes an argument that is text itself, with the constant before it if there is. */
  private void string(String arguments) {
    List<Integer> numbers = takeConstant();
    if (numbers.isEmpty()) {
      append(".text(" + arguments);
      return;
    }
    int last = numbers.size() - 1;
    numbers.subList(0, last).forEach(this::appendRaw);
    append(".then(" + numbers.get(last) + ", " + arguments);
  }

  private List<Integer> takeConstant() {
    List<Integer> numbers = segments.add(constant.toString());
    constant.setLength(0);
    return numbers;
  }

  private void flushConstant() {
    takeConstant().forEach(this::appendRaw);
  }

  private void appendRaw(int segment) {
    append(".raw(" + segment + ")");
  }

  private void append(Object call) {
    if (chain.size() == LONGEST_CHAIN) {
      flushChain();
    }
    chain.add(call);
  }

  private void flush() {
    flushConstant();
    flushChain();
  }

  private void flushChain() {
    if (!isStarted) {
      code.addStatement("var rendering = $L", chained(start));
      isStarted = true;
    } else if (!chain.isEmpty()) {
      code.addStatement("$L", chained("rendering"));
    }
    chain.clear();
  }

  /** The chain in as few texts as can be, for each is looked through when it is printed. */
  private CodeBlock chained(String target) {
    CodeBlock.Builder out = CodeBlock.builder();
    StringBuilder text = new StringBuilder(target);
    int column = BEFORE_CHAIN + target.length();
    for (Object call : chain) {
      int length = call.toString().length();
      if (column + length > LINE) {
        text.append('\n');
        column = INDENT;
      }
      column += length;
      if (call instanceof CodeBlock) {
        out.add("$L$L", text.toString(), call);
        text.setLength(0);
      } else {
        text.append(call);
      }
    }
    return out.add("$L", text.toString()).build();
  }
}
