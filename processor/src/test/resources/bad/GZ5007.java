package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import java.util.*;
import java.util.concurrent.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Analyst {
  @GatewayzPrompt("Write.")
  Brief brief();

  record Brief(@com.fasterxml.jackson.annotation.JsonProperty("title") String headline, String title) {}

  @GatewayzPrompt(value = "Find it.", tools = Finder.class)
  String find();

  class Finder {
    @GatewayzTool("Finds.")
    String find(@Var("class") String kind, @com.fasterxml.jackson.annotation.JsonProperty("class") String type) {
      return kind;
    }
  }

  @GatewayzPrompt("Which pet?")
  Pet pet();

  sealed interface Pet {}

  @com.fasterxml.jackson.annotation.JsonTypeName("dog")
  record Hound(String name) implements Pet {}

  @com.fasterxml.jackson.annotation.JsonTypeName("dog")
  record Poodle(String name) implements Pet {}

  @GatewayzPrompt("Which one?")
  Car car();

  sealed interface Car permits Van, Truck {}
}

@com.fasterxml.jackson.annotation.JsonTypeName("Truck")
record Van(int seats) implements Analyst.Car {}

record Truck(int load) implements Analyst.Car {}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.")
  Brief brief();

  record Brief(@com.fasterxml.jackson.annotation.JsonProperty("title") String headline, String Title) {}

  @GatewayzPrompt("Which form?")
  Shape shape();

  sealed interface Shape permits Round.Small, Square.Small {}

  interface Round {
    record Small(int radius) implements Shape {}
  }

  interface Square {
    record Small(int side) implements Shape {}
  }
}
//! 14:96 error: [GZ5007] "Analyst.Brief" has two parts that JSON calls "title". Rename one.
//! 21:107 error: [GZ5007] "find" has two parts that JSON calls "class". Rename one.
//! 35:3 error: [GZ5007] "Analyst.Pet" has two parts that JSON calls "dog". Rename one.
//! 46:1 error: [GZ5007] "Analyst.Car" has two parts that JSON calls "Truck". Rename one.
