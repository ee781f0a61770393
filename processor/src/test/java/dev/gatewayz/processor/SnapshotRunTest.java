package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.AnswerStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that were compiled here carry a record as it grows. */
class SnapshotRunTest {
  private static RecordingGateway gateway;
  private static Generated client;

  @BeforeAll
  static void start() throws IOException {
    gateway = new RecordingGateway();
    Compilation compilation =
        Compilation.javac(Fixtures.read(Fixtures.file("good/Snapshots.java")));
    client = Generated.of(compilation, "fixtures.GatewayzSnapshots", gateway.gatewayz());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static List<String> seen(String answer) {
    gateway.answer(answer.replace('\'', '"'));
    List<String> seen = new ArrayList<>();
    ((AnswerStream<?>) client.call("report", "foxes"))
        .forEach(report -> seen.add(String.valueOf(report)))
        .join();
    return seen;
  }

  private static final String WHOLE =
      "{'headline':'h','bullets':['b'],'mood':'GOOD','due':'2026-02-28','pages':3,'stars':5,"
          + "'moods':['BAD'],'tags':['t'],'years':[2026],'notes':['n',null],'rows':[[0.5]],"
          + "'links':{'a':'b'},'sections':[{'title':'s','parts':[{'title':null,'parts':[]}]}],"
          + "'people':[{'name':'p','age':7}],'shape':{'type':'Circle','radius':1}}";

  /** What comes with one chunk is one value, which equals the last and so comes once. */
  @Test
  void everyComponentIsKnownAsTheReaderReadsIt() {
    List<String> seen = seen(WHOLE.replace("'tags':['t'],'years':[2026]", "'tags':[],'years':[]"));

    assertThat(seen)
        .last()
        .asString()
        .startsWith("Report[headline=Optional[h], bullets=[b], mood=Optional[GOOD],")
        .contains("due=2026-02-28, pages=OptionalInt[3], stars=Optional[5], moods=[BAD], tags=[L")
        .contains("notes=[Optional[n], Optional.empty], rows=[[0.5]], links={a=b}")
        .contains(
            "sections=[Section[title=Optional[s], parts=[Section[title=Optional.empty, parts=[]]]]]")
        .endsWith("people=[Person[name=p, age=7]], shape=Optional[Circle[radius=1.0]]]");
    assertThat(withoutAddresses(seen.get(0)))
        .isEqualTo(withoutAddresses(seen.get(seen.size() - 1)));
  }

  private static String withoutAddresses(String report) {
    return report.replaceAll("@[0-9a-f]+", "@");
  }
}
