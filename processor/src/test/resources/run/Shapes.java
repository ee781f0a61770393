package run.shapes;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.*;
import java.io.IOException;
import java.util.*;

/** Objects in the shapes that people have. */
@GatewayzClient(model = "gatewayz/a/b")
interface Shapes {
  enum Mood {
    GOOD {
      @Override
      public String word() {
        return "good!";
      }
    },
    BAD {
      @Override
      public String word() {
        return "bad!";
      }
    };

    public abstract String word();
  }

  sealed interface Node<T> permits Leaf, Fork {}

  record Leaf<T>(T value) implements Node<T> {}

  record Fork<T>(Node<T> left, Node<T> right) implements Node<T> {}

  sealed interface Deep {
    sealed interface Deeper extends Deep {
      record Deepest(int d) implements Deeper {}
    }

    record Flat(String f) implements Deep {}
  }

  abstract class Animal<S extends Comparable<S>> {
    protected final S size;

    Animal(S size) {
      this.size = size;
    }

    public S getSize() {
      return size;
    }

    public abstract String getSound();

    @SuppressWarnings("unused")
    public String getRaw() throws IOException {
      throw new IOException();
    }
  }

  class Dog extends Animal<Integer> {
    Dog() {
      super(3);
    }

    @Override
    public String getSound() {
      return "woof";
    }

    @Override
    public String getRaw() {
      return "raw";
    }

    public Inner getInner() {
      return new Inner();
    }

    class Inner {
      public String getName() {
        return "inner of " + size;
      }
    }
  }

  record Range(@dev.gatewayz.annotation.Range(min = 1, max = 3) int from, int to) {
    public Range {
      if (from > to) {
        throw new IllegalArgumentException("from > to");
      }
    }

    int length() {
      return to - from;
    }
  }

  interface Person {
    String getName();

    default String getGreeting() {
      return "Hello " + getName();
    }
  }

  @GatewayzPrompt("{{mood}} {{mood.word}} {{#moods}}{{.}}={{word}} {{/moods}}")
  String enums(Mood mood, EnumSet<Mood> moods);

  @GatewayzPrompt("{{dog}} {{dog.inner.name}} {{dog.sound}} {{dog.raw}} {{dog.size}}")
  String dog(@Json Dog dog);

  @GatewayzPrompt("{{range.from}}-{{range.to}}={{range.length}} {{p.greeting}} {{p}}")
  String range(Range range, @Json Person p);

  @GatewayzPrompt("{{map.a.b}} {{map.list.c}} {{#opt}}{{.}}{{/opt}}{{^opt}}no{{/opt}}")
  String maps(Map<String, Map<String, String>> map, Optional<? extends CharSequence> opt);

  @GatewayzPrompt("{{#rows}}{{#.}}{{.}},{{/.}};{{/rows}}{{#list}}{{#.}}{{name}}{{/.}}{{/list}}")
  String nested(int[][] rows, Collection<? extends List<? extends Person>> list);

  @GatewayzPrompt("Go.")
  Node<String> node();

  @GatewayzPrompt("Go.")
  Deep deep();

  @GatewayzPrompt("Go.")
  List<Optional<Mood>> moods();

  @GatewayzPrompt("Go.")
  Range[] ranges();
}

class Check {
  static void run(Gatewayz gatewayz) {
    Shapes client = new GatewayzShapes(gatewayz);
    client.enums(Shapes.Mood.BAD, EnumSet.allOf(Shapes.Mood.class));
    client.dog(new Shapes.Dog());
    client.range(new Shapes.Range(1, 3), () -> "Ann");
    client.maps(Map.of("a", Map.of("b", "c"), "list", Map.of("c", "d")), Optional.empty());
    client.nested(new int[][] {{1, 2}, {3}}, List.of(List.of(() -> "Bob")));
  }
}
//! BAD bad! GOOD=good! BAD=bad! 
//! {"sound":"woof","raw":"raw","inner":{"name":"inner of 3"},"size":3} inner of 3 woof raw 3
//! 1-3=2 Hello Ann {"name":"Ann","greeting":"Hello Ann"}
//! c d no
//! 1,2,;3,;Bob
