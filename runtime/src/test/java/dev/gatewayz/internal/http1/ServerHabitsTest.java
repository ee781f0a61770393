package dev.gatewayz.internal.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is learnt of a server's connections. */
class ServerHabitsTest {

  @Test
  void whatAServerDoesBehindStreamsIsLearntThoughItDoesNotBehindWholeAnswers() {
    ServerHabits habits = new ServerHabits();
    boolean whole = true;
    boolean streamed = false;
    for (int i = 0; i < 2; i++) {
      habits.behind(whole).onReuse();
      habits.behind(streamed).onEnd(0, i);
    }

    assertThat(habits.behind(streamed).closesEarly(2)).isTrue();
    assertThat(habits.behind(whole).closesEarly(2)).isFalse();
  }
}
