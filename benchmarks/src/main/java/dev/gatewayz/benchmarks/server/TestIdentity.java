package dev.gatewayz.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;

/**
 * A self-signed certificate for {@code localhost}, made for one run by the JDK's {@code keytool}.
 * Clients trust it through the system properties that all of them heed.
 *
 * @param keyStore where it lies
 */
public record TestIdentity(Path keyStore) {
  private static final String PASSWORD = "benchmarks";

  /** One that was made before. */
  static TestIdentity at(String keyStore) {
    return new TestIdentity(Path.of(keyStore));
  }

  /** Makes one in a directory. */
  public static TestIdentity in(Path directory) throws IOException, InterruptedException {
    Path store = directory.resolve("identity.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=DNS:localhost,IP:127.0.0.1",
                "-validity",
                "7",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed: " + said);
    }
    return new TestIdentity(store);
  }

  /** The options with which a client trusts it. */
  public String[] clientOptions() {
    return new String[] {
      "-Djavax.net.ssl.trustStore=" + keyStore, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
    };
  }

  KeyManagerFactory keys() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    return factory;
  }
}
