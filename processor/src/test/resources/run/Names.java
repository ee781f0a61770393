package run.names;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.GatewayzTool;
import dev.gatewayz.annotation.Json;

/** Types that are called as what generated code uses. */
@GatewayzClient(model = "gatewayz/a/b")
interface Names {
  record String(java.lang.String text) {}

  record List(int size) {}

  record Override(boolean is) {}

  record Integer(int i) {}

  record Object(java.lang.String o) {}

  enum Answer { YES, NO }

  record in(java.lang.String lang) {}

  record out(java.lang.String gatewayz) {}

  record Json_(String text, List list, Override over, Integer number, Object object, Answer answer) {}

  class Tools {
    @GatewayzTool("x")
    public static Json_ find(String text, Answer answer) {
      return null;
    }
  }

  @GatewayzPrompt("{{string.text}} {{list.size}} {{over}} {{integer.i}} {{object.o}} {{answer}}")
  java.lang.String all(
      String string, List list, @Json Override over, Integer integer, Object object, Answer answer);

  @GatewayzPrompt("{{a}} {{b.lang}} {{c.gatewayz}}")
  java.lang.String json(@Json Json_ a, in b, out c);

  @GatewayzPrompt(value = "Go {{out}}{{client}}{{gatewayz}}{{in}}{{rendering}}.", tools = Tools.class)
  java.lang.String tools(
      java.lang.String out,
      java.lang.String client,
      java.lang.String gatewayz,
      java.lang.String in,
      java.lang.String rendering);

  @GatewayzPrompt("{{this$0}} {{_a}} {{$}} {{ö}} {{record}}{{#yield}}yes{{/yield}}")
  java.lang.String odd(
      java.lang.String this$0,
      java.lang.String _a,
      java.lang.String $,
      java.lang.String ö,
      java.lang.String record,
      boolean yield);

  @GatewayzPrompt("Go.")
  Json_ answer();
}

class Check {
  static void run(Gatewayz gatewayz) {
    Names names = new GatewayzNames(gatewayz, new Names.Tools());
    Names.Json_ json =
        new Names.Json_(
            new Names.String("t"),
            new Names.List(1),
            new Names.Override(true),
            null,
            new Names.Object("o"),
            Names.Answer.NO);
    names.all(
        new Names.String("t"),
        new Names.List(1),
        new Names.Override(true),
        new Names.Integer(1),
        new Names.Object("o"),
        Names.Answer.NO);
    names.json(json, new Names.in("l"), new Names.out("g"));
    names.tools("a", "b", "c", "d", "e");
    names.odd("a", "b", "c", "d", "e", true);
  }
}
//! t 1 {"is":true} 1 o NO
//! {"text":{"text":"t"},"list":{"size":1},"over":{"is":true},"number":null,"object":{"o":"o"},"answer":"NO"} l g
//! Go abcde.
//! a b c d eyes
