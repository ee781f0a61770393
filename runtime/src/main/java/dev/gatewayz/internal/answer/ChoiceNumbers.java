package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.wire.AnswerFields;

/**
 * The numbers of the choices of one stream, from 0. A server that numbers the only choice that was
 * asked for with 1 counts from one.
 */
final class ChoiceNumbers {
  private boolean areKnown;
  private boolean beginAtOne;

  /** Numbers the choice of a chunk from 0. */
  void correct(AnswerFields chunk, Response response) {
    if (chunk.choiceCount() != 1) {
      areKnown |= chunk.choiceCount() > 1;
      return;
    }
    if (!areKnown) {
      areKnown = true;
      beginAtOne = chunk.choice(0).index() == 1 && !response.wantsSeveralChoices();
    }
    if (beginAtOne && chunk.choice(0).index() == 1) {
      chunk.choice(0).beFirst();
    }
  }
}
