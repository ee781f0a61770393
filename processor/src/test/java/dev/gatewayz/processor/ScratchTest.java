package dev.gatewayz.processor;
import org.junit.jupiter.api.Test;
import java.nio.file.*;
class ScratchTest {
  @Test void go() throws Exception {
    Compilation c = Compilation.javac(Files.readString(Path.of("/tmp/scratch.java")));
    System.out.println(c.success() + "\n" + c.log());
    c.sources().forEach((k, v) -> System.out.println("== " + k + "\n" + v));
  }
}
