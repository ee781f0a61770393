package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.DataTypeVisitor;
import dev.gatewayz.processor.model.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes the expression that reads a value. Nested lambdas count their parameters. */
final class ValueReading {
  private final ClassName client;
  private final Function<String, String> readers;
  private final ConstraintRule constraints;

  /**
   * An emitter.
   *
   * @param client the class that has the readers
   * @param readers the method that reads the definition of a key
   */
  ValueReading(ClassName client, Function<String, String> readers, ConstraintRule constraints) {
    this.client = client;
    this.readers = readers;
    this.constraints = constraints;
  }

  /** An expression that reads what is at a place from {@code in}. */
  CodeBlock value(Slot slot) {
    return value(slot, 1);
  }

  /** A reader of what is at a place, from inside another. */
  CodeBlock reader(Slot slot) {
    return reader(slot, 1);
  }

  /** An expression that reads what an optional holds, or {@code null}. */
  CodeBlock content(DataType.Maybe maybe) {
    return CodeBlock.of("in.nullable($L)", reader(maybe.content(), 1));
  }

  private static String in(int depth) {
    return depth == 1 ? "in" : "in" + depth;
  }

  private CodeBlock value(Slot slot, int depth) {
    if (slot.type() instanceof DataType.Maybe maybe) {
      String in = in(depth);
      CodeBlock content = present(maybe.content(), depth);
      return CodeBlock.of(
          "$1L.isNull() ? $2T.empty() : $2T.of($3L)",
          in,
          ClassNames.optional(maybe.box()),
          content);
    }
    return slot.nullable()
        ? CodeBlock.of("$L.nullable($L)", in(depth), presentReader(slot, depth))
        : present(slot, depth);
  }

  private CodeBlock reader(Slot slot, int depth) {
    return slot.takesNull()
        ? CodeBlock.of("$L -> $L", in(depth + 1), value(slot, depth + 1))
        : presentReader(slot, depth);
  }

  /** A reader of what is no {@code null}. */
  private CodeBlock presentReader(Slot slot, int depth) {
    if (slot.constraints().isEmpty()) {
      if (slot.type() instanceof DataType.Defined defined) {
        return CodeBlock.of("$T::$L", client, readers.apply(defined.key()));
      }
      Optional<String> method =
          slot.type() instanceof DataType.Plain plain
              ? PlainReading.of(plain.type())
                  .filter(reading -> reading.parser().isEmpty())
                  .map(PlainReading::method)
              : Optional.empty();
      if (method.isPresent()) {
        return CodeBlock.of("$T::$L", ClassNames.JSON_IN, method.get());
      }
    }
    return CodeBlock.of("$L -> $L", in(depth + 1), present(slot, depth + 1));
  }

  private CodeBlock present(Slot slot, int depth) {
    String in = in(depth);
    if (slot.type() instanceof DataType.Plain plain && plain.type().isInteger()) {
      return WholeNumbers.read(plain.type(), slot.constraints(), slot.java(), in);
    }
    CodeBlock read = slot.type().accept(new Unchecked(slot, depth));
    return slot.constraints().isEmpty()
        ? read
        : CodeBlock.of(
            "$L.check($L,$Wv -> $L,$W$L)",
            in,
            read,
            constraints.condition(slot),
            ConstraintRule.words(slot));
  }

  /** The expression that reads what is at a place, whatever its constraints. */
  private final class Unchecked implements DataTypeVisitor<CodeBlock> {
    private final Slot slot;
    private final int depth;
    private final String in;

    Unchecked(Slot slot, int depth) {
      this.slot = slot;
      this.depth = depth;
      this.in = in(depth);
    }

    @Override
    public CodeBlock plain(DataType.Plain plain) {
      return PlainReading.of(plain.type()).orElseThrow().call(in, slot.java());
    }

    @Override
    public CodeBlock choice(DataType.Choice choice) {
      return ValueReading.choice(choice, in);
    }

    @Override
    public CodeBlock elements(DataType.Elements elements) {
      return ValueReading.this.elements(elements, !slot.constraints().isEmpty(), depth);
    }

    @Override
    public CodeBlock entries(DataType.Entries entries) {
      return CodeBlock.of(
          "$L.<$T>map($L)", in, entries.value().java().box(), reader(entries.value(), depth));
    }

    /** An optional is no value of JSON by itself. */
    @Override
    public CodeBlock maybe(DataType.Maybe maybe) {
      throw new IllegalStateException(maybe.toString());
    }

    @Override
    public CodeBlock wrapped(DataType.Wrapped wrapped) {
      return CodeBlock.of("new $T($L)", wrapped.java(), present(wrapped.content(), depth));
    }

    @Override
    public CodeBlock defined(DataType.Defined defined) {
      return CodeBlock.of("$L($L)", readers.apply(defined.key()), in);
    }
  }

  private static CodeBlock choice(DataType.Choice choice, String in) {
    if (choice.isPlain()) {
      return CodeBlock.of("$L.oneOf($T.values())", in, choice.java());
    }
    List<String> names = new ArrayList<>();
    List<CodeBlock> constants = new ArrayList<>();
    for (DataType.Constant constant : choice.constants()) {
      for (String name : constant.names()) {
        names.add(Ascii.literal(name));
        constants.add(CodeBlock.of("$T.$L", choice.java(), constant.java()));
      }
    }
    return CodeBlock.of(
        "$L.oneOf(new String[] {$L}, new $T[] {$L})",
        in,
        String.join(", ", names),
        choice.java(),
        CodeBlock.join(constants, ", "));
  }

  private CodeBlock elements(DataType.Elements elements, boolean isTyped, int depth) {
    CodeBlock reader = reader(elements.element(), depth);
    CodeBlock witness = CodeBlock.of("<$T>", elements.element().java().box());
    CodeBlock none = CodeBlock.of("");
    String in = in(depth);
    return switch (elements.container()) {
      case LIST -> CodeBlock.of("$L.$Llist($L)", in, isTyped ? witness : none, reader);
      case SET -> CodeBlock.of("$L.$Lset($L)", in, isTyped ? witness : none, reader);
      case ARRAY ->
          CodeBlock.of(
              "$L.$Llist($L).toArray($T[]::new)", in, witness, reader, elements.element().java());
      case INTS -> primitives(in, witness, reader, "mapToInt", Integer.class);
      case LONGS -> primitives(in, witness, reader, "mapToLong", Long.class);
      case DOUBLES -> primitives(in, witness, reader, "mapToDouble", Double.class);
    };
  }

  private static CodeBlock primitives(
      String in, CodeBlock witness, CodeBlock reader, String mapping, Class<?> box) {
    return CodeBlock.of(
        "$L.$Llist($L).stream().$L($T::$LValue).toArray()",
        in,
        witness,
        reader,
        mapping,
        box,
        TypeName.get(box).unbox());
  }
}
