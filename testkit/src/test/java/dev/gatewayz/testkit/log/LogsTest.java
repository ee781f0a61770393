package dev.gatewayz.testkit.log;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has to answer for a warning. */
class LogsTest {
  private final Logs logs = new Logs();
  private final Logger logger = Logger.getAnonymousLogger();

  @BeforeEach
  void begin() {
    logger.setUseParentHandlers(false);
    logger.addHandler(logs.handler());
    logs.begin("class");
  }

  @Test
  void aTestAnswersForItsWarningsOnly() {
    logs.begin("test");
    logger.info("nothing to worry about");
    logger.warning("untaken");

    assertThat(logs.endTest()).extracting(Logged::message).containsExactly("untaken");
    assertThat(logs.endClass()).isEmpty();
  }

  @Test
  void whatIsTakenIsGone() {
    logs.begin("test");
    LogRecord record = new LogRecord(Level.SEVERE, "A {0} threw");
    record.setParameters(new Object[] {"listener"});
    record.setThrown(new IllegalStateException("a bug"));
    logger.log(record);

    Logged taken = logs.take(ERROR, "listener threw");
    assertThat(taken.message()).isEqualTo("A listener threw");
    assertThat(taken.thrown()).hasMessage("a bug");
    assertThat(taken).asString().contains("IllegalStateException", "at " + getClass().getName());
    assertThat(logs.endTest()).isEmpty();
    assertThat(logs.endClass()).isEmpty();
  }

  @Test
  void whatAThreadOfTheTestIsAboutToLogIsWaitedFor() {
    logs.begin("test");
    new Thread(() -> logger.warning("late")).start();

    assertThat(logs.take(WARNING, "late").origin()).isEqualTo("test");
  }

  @Test
  void aThreadThatOutlivesItsTestIsNotTheNextTestsFault() throws Exception {
    logs.begin("first");
    ExecutorService loop = Executors.newSingleThreadExecutor();
    loop.submit(() -> {}).get();
    assertThat(logs.endTest()).isEmpty();

    logs.begin("second");
    loop.submit(() -> logger.warning("late")).get();
    loop.shutdown();
    assertThat(logs.endTest()).isEmpty();
    assertThat(logs.endClass())
        .singleElement()
        .asString()
        .contains("late", "which first started, while second ran");
  }
}
