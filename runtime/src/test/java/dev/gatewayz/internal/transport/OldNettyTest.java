package dev.gatewayz.internal.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** A framework that brings Netty 4.1 is told from a mistake of ours. */
class OldNettyTest {

  @Test
  void theVersionThatIsThereAndTheOneThatIsNeededAreNamed() throws Exception {
    Method nio = new WithoutNetty42().loadClass(IoKind.class.getName()).getMethod("nio");
    assertThatThrownBy(() -> nio.invoke(null))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The class path has Netty 4.")
        .hasMessageContaining("this client needs 4.2")
        .hasMessageContaining("netty.version")
        .hasMessageContaining("netty-bom");
  }

  /** Loads the class anew, and does not find what came with Netty 4.2. */
  private static final class WithoutNetty42 extends ClassLoader {
    WithoutNetty42() {
      super(IoKind.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(NioIoHandler.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      if (!name.equals(IoKind.class.getName())) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = IoKind.class.getResourceAsStream("IoKind.class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
