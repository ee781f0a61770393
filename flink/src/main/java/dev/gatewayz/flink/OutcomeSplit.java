package dev.gatewayz.flink;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Parts answers from dead letters, and says when a prompt is another one than before the last
 * checkpoint.
 */
final class OutcomeSplit<I, O> extends ProcessFunction<Outcome<I, O>, Answer<I, O>>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1;
  private static final System.Logger LOG = System.getLogger("dev.gatewayz.flink");

  private final String step;
  private final OutputTag<DeadLetter<I>> deadLetters;
  private transient Map<String, String> hashes;
  private transient ListState<Tuple2<String, String>> state;

  @SuppressWarnings("NullAway.Init") // Flink opens it before it is used.
  OutcomeSplit(String step, OutputTag<DeadLetter<I>> deadLetters) {
    this.step = step;
    this.deadLetters = deadLetters;
  }

  @Override
  public void processElement(
      Outcome<I, O> outcome, Context context, Collector<Answer<I, O>> answers) {
    outcome.usage().promptHashes().forEach(this::compare);
    if (outcome instanceof AnswerValue<I, O> answer) {
      answers.collect(answer);
    } else if (outcome instanceof DeadLetterValue<I, O> dead) {
      context.output(deadLetters, dead);
    }
  }

  private void compare(String prompt, String hash) {
    String before = hashes.put(prompt, hash);
    if (before != null && !before.equals(hash)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Step \"{0}\": the prompt {1} has changed since the checkpoint this job goes on from, from"
              + " {2} to {3}. Rows before were answered by the one, rows from now on by the other;"
              + " the usage of each answer names its hash.",
          step,
          prompt,
          before,
          hash);
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    hashes = new TreeMap<>();
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("prompts", Types.TUPLE(Types.STRING, Types.STRING)));
    for (Tuple2<String, String> known : state.get()) {
      hashes.put(known.f0, known.f1);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    state.clear();
    for (Map.Entry<String, String> known : hashes.entrySet()) {
      state.add(Tuple2.of(known.getKey(), known.getValue()));
    }
  }
}
