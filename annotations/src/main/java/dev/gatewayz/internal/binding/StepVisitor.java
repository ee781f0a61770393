package dev.gatewayz.internal.binding;

/** One case for each kind of step. */
public interface StepVisitor {

  /** Text of a template. */
  void write(Step.Write write);

  /** JSON of the request. */
  void raw(Step.Raw raw);

  /** A value. */
  void show(Step.Show show);

  /** A comma between elements. */
  void comma(Step.Comma comma);

  /** A fence around untrusted text. */
  void fence(Step.Fence fence);

  /** The check that a message is not blank. */
  void filled(Step.Filled filled);

  /** Messages of a conversation. */
  void history(Step.History history);

  /** A content part. */
  void part(Step.Part part);

  /** A condition. */
  void when(Step.When when);

  /** A case for each type. */
  void choose(Step.Choose choose);

  /** A name for a value. */
  void let(Step.Let let);

  /** A call of a method. */
  void call(Step.Call call);

  /** A loop. */
  void each(Step.Each each);
}
