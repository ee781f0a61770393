package dev.gatewayz.testkit.internal.cassette;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file of a cassette. It is replaced as a whole, and one writer at a time puts its track among
 * those of the others, in this JVM and beyond.
 */
public final class CassetteFile {
  /** A lock of a file holds for the JVM, not for a thread. */
  private static final ReentrantLock WRITING = new ReentrantLock();

  private final Path path;

  /** The file of that name. */
  public CassetteFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** Its name. */
  public Path path() {
    return path;
  }

  /**
   * What it holds; nothing if there is no such file.
   *
   * @throws IllegalStateException if it cannot be read; the message names file and line
   */
  public Optional<List<Track>> read() {
    try {
      return Optional.of(
          CassetteReader.read(path.toString(), Files.readString(path, StandardCharsets.UTF_8)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (MalformedInputException e) {
      throw new IllegalStateException(path + ": the file is not UTF-8.", e);
    } catch (IOException e) {
      throw new IllegalStateException(path + ": the file cannot be read: " + e, e);
    }
  }

  /**
   * Finds out, before anything is asked, whether the file could be written.
   *
   * @throws IllegalStateException if not
   */
  public void checkWritable() {
    read();
    try {
      Files.createDirectories(folder());
      Files.delete(Files.createTempFile(folder(), ".cassette", ".tmp"));
    } catch (IOException e) {
      throw new IllegalStateException(path + ": nothing can be written there: " + e, e);
    }
  }

  /** Puts a track in, instead of the one of its name. Other tracks stay as they are. */
  public void put(Track track, Redaction redaction) {
    WRITING.lock();
    try (FileChannel channel =
            FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid()) {
        replace(merged(read().orElse(List.of()), track), redaction);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": the cassette cannot be written", e);
    } finally {
      WRITING.unlock();
    }
  }

  private static List<Track> merged(List<Track> before, Track track) {
    List<Track> tracks = new ArrayList<>();
    Track merged = track;
    for (Track old : before) {
      if (old.name().equals(track.name())) {
        merged = track.after(old);
      } else {
        tracks.add(old);
      }
    }
    tracks.add(merged);
    tracks.sort(Comparator.comparing(Track::name));
    return tracks;
  }

  private void replace(List<Track> tracks, Redaction redaction) throws IOException {
    String text = CassetteText.of(tracks);
    if (redaction.leaves(text)) {
      throw new IllegalStateException(
          path + ": the key would be in the cassette, so it was not written.");
    }
    // Whatever could not be read again must not replace what can.
    CassetteReader.read(path.toString(), text);
    if (Files.exists(path) && Files.readString(path).equals(text)) {
      return;
    }
    // Not a temporary file of the JDK's: those are for their owner's eyes only.
    Path whole = folder().resolve("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(whole, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      move(whole);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private void move(Path whole) throws IOException {
    try {
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(whole, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path folder() {
    Path folder = path.getParent();
    return folder == null ? path : folder;
  }

  /** Not beside the file, where it would be in the way of version control. */
  private Path lockFile() {
    String name = "gatewayz-cassette-" + Integer.toHexString(path.toString().hashCode()) + ".lock";
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }
}
