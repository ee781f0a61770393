package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Asker {
  @GatewayzPrompt(value = "Ask.", tools = {Many.class, Others.class})
  String ask();
}

class Many {
  @GatewayzTool("Tool 0.") void tool0() {}
  @GatewayzTool("Tool 1.") void tool1() {}
  @GatewayzTool("Tool 2.") void tool2() {}
  @GatewayzTool("Tool 3.") void tool3() {}
  @GatewayzTool("Tool 4.") void tool4() {}
  @GatewayzTool("Tool 5.") void tool5() {}
  @GatewayzTool("Tool 6.") void tool6() {}
  @GatewayzTool("Tool 7.") void tool7() {}
  @GatewayzTool("Tool 8.") void tool8() {}
  @GatewayzTool("Tool 9.") void tool9() {}
  @GatewayzTool("Tool 10.") void tool10() {}
  @GatewayzTool("Tool 11.") void tool11() {}
  @GatewayzTool("Tool 12.") void tool12() {}
  @GatewayzTool("Tool 13.") void tool13() {}
  @GatewayzTool("Tool 14.") void tool14() {}
  @GatewayzTool("Tool 15.") void tool15() {}
  @GatewayzTool("Tool 16.") void tool16() {}
  @GatewayzTool("Tool 17.") void tool17() {}
  @GatewayzTool("Tool 18.") void tool18() {}
  @GatewayzTool("Tool 19.") void tool19() {}
  @GatewayzTool("Tool 20.") void tool20() {}
  @GatewayzTool("Tool 21.") void tool21() {}
  @GatewayzTool("Tool 22.") void tool22() {}
  @GatewayzTool("Tool 23.") void tool23() {}
  @GatewayzTool("Tool 24.") void tool24() {}
  @GatewayzTool("Tool 25.") void tool25() {}
  @GatewayzTool("Tool 26.") void tool26() {}
  @GatewayzTool("Tool 27.") void tool27() {}
  @GatewayzTool("Tool 28.") void tool28() {}
  @GatewayzTool("Tool 29.") void tool29() {}
  @GatewayzTool("Tool 30.") void tool30() {}
  @GatewayzTool("Tool 31.") void tool31() {}
  @GatewayzTool("Tool 32.") void tool32() {}
  @GatewayzTool("Tool 33.") void tool33() {}
  @GatewayzTool("Tool 34.") void tool34() {}
  @GatewayzTool("Tool 35.") void tool35() {}
  @GatewayzTool("Tool 36.") void tool36() {}
  @GatewayzTool("Tool 37.") void tool37() {}
  @GatewayzTool("Tool 38.") void tool38() {}
  @GatewayzTool("Tool 39.") void tool39() {}
  @GatewayzTool("Tool 40.") void tool40() {}
  @GatewayzTool("Tool 41.") void tool41() {}
  @GatewayzTool("Tool 42.") void tool42() {}
  @GatewayzTool("Tool 43.") void tool43() {}
  @GatewayzTool("Tool 44.") void tool44() {}
  @GatewayzTool("Tool 45.") void tool45() {}
  @GatewayzTool("Tool 46.") void tool46() {}
  @GatewayzTool("Tool 47.") void tool47() {}
  @GatewayzTool("Tool 48.") void tool48() {}
  @GatewayzTool("Tool 49.") void tool49() {}
  @GatewayzTool("Tool 50.") void tool50() {}
  @GatewayzTool("Tool 51.") void tool51() {}
  @GatewayzTool("Tool 52.") void tool52() {}
  @GatewayzTool("Tool 53.") void tool53() {}
  @GatewayzTool("Tool 54.") void tool54() {}
  @GatewayzTool("Tool 55.") void tool55() {}
  @GatewayzTool("Tool 56.") void tool56() {}
  @GatewayzTool("Tool 57.") void tool57() {}
  @GatewayzTool("Tool 58.") void tool58() {}
  @GatewayzTool("Tool 59.") void tool59() {}
  @GatewayzTool("Tool 60.") void tool60() {}
  @GatewayzTool("Tool 61.") void tool61() {}
  @GatewayzTool("Tool 62.") void tool62() {}
  @GatewayzTool("Tool 63.") void tool63() {}
  @GatewayzTool("Tool 64.") void tool64() {}
}

class Others {
  @GatewayzTool("Tool 0.") void other0() {}
  @GatewayzTool("Tool 1.") void other1() {}
  @GatewayzTool("Tool 2.") void other2() {}
  @GatewayzTool("Tool 3.") void other3() {}
  @GatewayzTool("Tool 4.") void other4() {}
  @GatewayzTool("Tool 5.") void other5() {}
  @GatewayzTool("Tool 6.") void other6() {}
  @GatewayzTool("Tool 7.") void other7() {}
  @GatewayzTool("Tool 8.") void other8() {}
  @GatewayzTool("Tool 9.") void other9() {}
  @GatewayzTool("Tool 10.") void other10() {}
  @GatewayzTool("Tool 11.") void other11() {}
  @GatewayzTool("Tool 12.") void other12() {}
  @GatewayzTool("Tool 13.") void other13() {}
  @GatewayzTool("Tool 14.") void other14() {}
  @GatewayzTool("Tool 15.") void other15() {}
  @GatewayzTool("Tool 16.") void other16() {}
  @GatewayzTool("Tool 17.") void other17() {}
  @GatewayzTool("Tool 18.") void other18() {}
  @GatewayzTool("Tool 19.") void other19() {}
  @GatewayzTool("Tool 20.") void other20() {}
  @GatewayzTool("Tool 21.") void other21() {}
  @GatewayzTool("Tool 22.") void other22() {}
  @GatewayzTool("Tool 23.") void other23() {}
  @GatewayzTool("Tool 24.") void other24() {}
  @GatewayzTool("Tool 25.") void other25() {}
  @GatewayzTool("Tool 26.") void other26() {}
  @GatewayzTool("Tool 27.") void other27() {}
  @GatewayzTool("Tool 28.") void other28() {}
  @GatewayzTool("Tool 29.") void other29() {}
  @GatewayzTool("Tool 30.") void other30() {}
  @GatewayzTool("Tool 31.") void other31() {}
  @GatewayzTool("Tool 32.") void other32() {}
  @GatewayzTool("Tool 33.") void other33() {}
  @GatewayzTool("Tool 34.") void other34() {}
  @GatewayzTool("Tool 35.") void other35() {}
  @GatewayzTool("Tool 36.") void other36() {}
  @GatewayzTool("Tool 37.") void other37() {}
  @GatewayzTool("Tool 38.") void other38() {}
  @GatewayzTool("Tool 39.") void other39() {}
  @GatewayzTool("Tool 40.") void other40() {}
  @GatewayzTool("Tool 41.") void other41() {}
  @GatewayzTool("Tool 42.") void other42() {}
  @GatewayzTool("Tool 43.") void other43() {}
  @GatewayzTool("Tool 44.") void other44() {}
  @GatewayzTool("Tool 45.") void other45() {}
  @GatewayzTool("Tool 46.") void other46() {}
  @GatewayzTool("Tool 47.") void other47() {}
  @GatewayzTool("Tool 48.") void other48() {}
  @GatewayzTool("Tool 49.") void other49() {}
  @GatewayzTool("Tool 50.") void other50() {}
  @GatewayzTool("Tool 51.") void other51() {}
  @GatewayzTool("Tool 52.") void other52() {}
  @GatewayzTool("Tool 53.") void other53() {}
  @GatewayzTool("Tool 54.") void other54() {}
  @GatewayzTool("Tool 55.") void other55() {}
  @GatewayzTool("Tool 56.") void other56() {}
  @GatewayzTool("Tool 57.") void other57() {}
  @GatewayzTool("Tool 58.") void other58() {}
  @GatewayzTool("Tool 59.") void other59() {}
  @GatewayzTool("Tool 60.") void other60() {}
  @GatewayzTool("Tool 61.") void other61() {}
  @GatewayzTool("Tool 62.") void other62() {}
  @GatewayzTool("Tool 63.") void other63() {}
  @GatewayzTool("Tool 64.") void other64() {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Ask.", tools = Many.class)
  String ask();
}
//! 13:43 error: [GZ7009] "ask" has 130 tools, and models take no more than 128. Split it.
