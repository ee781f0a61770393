package dev.gatewayz.internal.binding;

import java.util.List;
import java.util.Optional;

/** What generated code does next, to write the messages of a request. */
public sealed interface Step {

  /** Goes to the case of its kind. */
  void accept(StepVisitor visitor);

  /** How many statements it comes to, those inside it included. */
  default int size() {
    return 1;
  }

  /** How many statements steps come to. */
  static int sizeOf(List<Step> steps) {
    return steps.stream().mapToInt(Step::size).sum();
  }

  /** Writes text of a template. */
  record Write(String text) implements Step {
    @Override
    public void accept(StepVisitor visitor) {
      visitor.write(this);
    }

    @Override
    public int size() {
      return 0;
    }
  }

  /** Writes JSON that is part of the request. */
  record Raw(String json) implements Step {
    @Override
    public void accept(StepVisitor visitor) {
      visitor.raw(this);
    }
  }

  /**
   * Writes a value.
   *
   * @param label what the template calls it
   */
  record Show(String label, Expression value, Form form) implements Step {
    @Override
    public void accept(StepVisitor visitor) {
      visitor.show(this);
    }
  }

  /** As what a value is written. */
  enum Form {
    /** Its text. */
    TEXT,
    /** Itself: it is text. */
    STRING,
    /** A plain JSON value inside the text. */
    JSON
  }

  /** Writes a comma between the elements of JSON inside the text. */
  record Comma() implements Step {
    @Override
    public void accept(StepVisitor visitor) {
      visitor.comma(this);
    }
  }

  /** Opens or closes the fence around untrusted text. */
  record Fence(boolean opens) implements Step {
    @Override
    public void accept(StepVisitor visitor) {
      visitor.fence(this);
    }
  }

  /** Makes sure that the message that ends here is not blank. */
  record Filled(String role) implements Step {
    @Override
    public void accept(StepVisitor visitor) {
      visitor.filled(this);
    }
  }

  /**
   * Writes messages of a conversation.
   *
   * @param isArray whether they are in an array
   */
  record History(String label, Expression messages, boolean isArray) implements Step {
    @Override
    public void accept(StepVisitor visitor) {
      visitor.history(this);
    }
  }

  /** Writes a content part of a message. */
  record Part(String label, Expression part) implements Step {
    @Override
    public void accept(StepVisitor visitor) {
      visitor.part(this);
    }
  }

  /**
   * Goes on only if all conditions hold, or, negated, only if one does not.
   *
   * @param otherwise what is done else
   */
  record When(List<Condition> conditions, boolean negated, List<Step> body, List<Step> otherwise)
      implements Step {
    /** Copies the lists. */
    public When {
      conditions = List.copyOf(conditions);
      body = List.copyOf(body);
      otherwise = List.copyOf(otherwise);
    }

    /** Whether exactly one of the two is done, and neither says what is done else. */
    public boolean isOppositeOf(When other) {
      return !negated
          && other.negated
          && conditions.equals(other.conditions)
          && otherwise.isEmpty()
          && other.otherwise.isEmpty();
    }

    @Override
    public void accept(StepVisitor visitor) {
      visitor.when(this);
    }

    @Override
    public int size() {
      return 1 + sizeOf(body) + sizeOf(otherwise);
    }
  }

  /** Does what is said for the type that a value is of; it is of one of them. */
  record Choose(Expression value, List<Case> cases) implements Step {
    /** Copies the list. */
    public Choose {
      cases = List.copyOf(cases);
    }

    @Override
    public void accept(StepVisitor visitor) {
      visitor.choose(this);
    }

    @Override
    public int size() {
      return cases.stream().mapToInt(one -> 1 + sizeOf(one.body())).sum();
    }
  }

  /**
   * What is done for a type.
   *
   * @param variant the type, among those of a union
   * @param local the value as one of that type; empty if it is of no use
   */
  record Case(Property variant, Optional<String> local, List<Step> body) {
    /** Copies the list. */
    public Case {
      body = List.copyOf(body);
    }
  }

  /** Gives a value a name of its own. */
  record Let(String local, Expression value) implements Step {
    @Override
    public void accept(StepVisitor visitor) {
      visitor.let(this);
    }
  }

  /** Goes on in a method of its own, and comes back. */
  record Call(String method, List<Expression> arguments) implements Step {
    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public void accept(StepVisitor visitor) {
      visitor.call(this);
    }
  }

  /** Does the same for each element. */
  record Each(String local, Expression elements, List<Step> body) implements Step {
    /** Copies the list. */
    public Each {
      body = List.copyOf(body);
    }

    @Override
    public void accept(StepVisitor visitor) {
      visitor.each(this);
    }

    @Override
    public int size() {
      return 1 + sizeOf(body);
    }
  }
}
