package org.ioproc.contract;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OnSize;
import org.ioproc.OpenRequest;

/** Procedures with a mistake in what they open, and with what they refuse the rest. */
public final class MisopenedSounds {

  /** The flag with which a program asks whether a file exists. */
  private static final int MMIO_EXIST = 0x4000;

  private MisopenedSounds() {}

  /** Cuts names at their first dot. */
  @SuppressWarnings("ioproc") // Only the test creates these procedures.
  @IoProc("CUTS")
  public static final class CutsNames extends FolderProcedure {

    CutsNames(Path folder) {
      super(folder);
    }

    @Override
    Path path(MmioName name) throws IOException {
      return super.path(new MmioName(name.container(), name.element().split("\\.")[0]));
    }
  }

  /** Opens a missing file as an empty one. */
  @SuppressWarnings("ioproc")
  @IoProc("EMPT")
  public record EmptyIfMissing(Path folder) {

    @OnOpen
    byte[] open(MmioName name) throws IOException {
      Path file = folder.resolve(name.element());
      FolderProcedure.requireNoFolder(file);
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }
  }

  /** Says in its own words that a file is missing. */
  @SuppressWarnings("ioproc")
  @IoProc("WORD")
  public static final class MissingInOwnWords extends FolderProcedure {

    MissingInOwnWords(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      Path path = path(request.name());
      if (!Files.exists(path) && !request.creates()) {
        throw new IOException("no such entry: " + path.getFileName());
      }
      return super.open(request);
    }
  }

  /** Returns null for a missing file. */
  @SuppressWarnings("ioproc")
  @IoProc("NULL")
  public static final class NullIfMissing extends FolderProcedure {

    NullIfMissing(Path folder) {
      super(folder);
    }

    @Override
    @SuppressWarnings("NullAway") // The mistake.
    Sound open(OpenRequest request) throws Exception {
      Path path = path(request.name());
      return Files.exists(path) || request.creates() ? super.open(request) : null;
    }
  }

  /** Opens everything that exists, a folder as well, and finds out later. */
  @SuppressWarnings("ioproc")
  @IoProc("FOLD")
  public record OpensFolders(Path folder) {

    record Existing(Path path) {}

    @OnOpen
    Existing open(MmioName name) throws IOException {
      return new Existing(folder.resolve(name.element()).toRealPath());
    }

    @OnRead
    int read(Existing file, ByteBuffer buffer, long position) throws IOException {
      try (FileChannel channel = FileChannel.open(file.path())) {
        return channel.read(buffer, position);
      }
    }

    @OnSize
    long size(Existing file) throws IOException {
      return Files.size(file.path());
    }
  }

  /** Splits the name itself, and expects that there is one. */
  @SuppressWarnings("ioproc")
  @IoProc("SPLT")
  public record SplitsTheName(Path folder) {

    @OnOpen
    byte[] open(OpenRequest request) throws IOException {
      String[] parts = request.rawName().split("\\+");
      return Files.readAllBytes(folder.resolve(parts[1]));
    }
  }

  /** Opens for writing what it can only read. */
  @SuppressWarnings("ioproc")
  @IoProc("RDON")
  public static final class OnlyReads extends FolderProcedure {

    OnlyReads(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      Path path = path(request.name());
      requireNoFolder(path);
      return new Sound(path, FileChannel.open(path));
    }
  }

  /** Creates whatever a program wants to write to. */
  @SuppressWarnings("ioproc")
  @IoProc("CRTE")
  public static final class CreatesWhatIsWritten extends FolderProcedure {

    CreatesWhatIsWritten(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      Path path = path(request.name());
      return request.writes() && !request.creates()
          ? new Sound(path, FileChannel.open(path, READ, WRITE, CREATE))
          : super.open(request);
    }
  }

  /** Says of every file that it exists. */
  @SuppressWarnings("ioproc")
  @IoProc("YESX")
  public static final class ConfirmsAnyName extends FolderProcedure {

    ConfirmsAnyName(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      boolean asksWhetherItExists = (request.flags() & MMIO_EXIST) != 0;
      return asksWhetherItExists
          ? new Sound(folder, FileChannel.open(folder.resolve("a.bin")))
          : super.open(request);
    }
  }

  /** Answers the question whether a file exists as if it was damaged. */
  @SuppressWarnings("ioproc")
  @IoProc("NOEX")
  public static final class DeniesExisting extends FolderProcedure {

    DeniesExisting(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      if ((request.flags() & MMIO_EXIST) != 0) {
        throw new ZipException("unknown flag");
      }
      return super.open(request);
    }
  }

  /** Takes the first letter of an element, and expects that there is one. */
  @SuppressWarnings("ioproc")
  @IoProc("LETR")
  public static final class TakesTheFirstLetter extends FolderProcedure {

    TakesTheFirstLetter(Path folder) {
      super(folder);
    }

    @Override
    Path path(MmioName name) throws IOException {
      return Character.isLetter(name.element().toCharArray()[0])
          ? super.path(name)
          : folder.resolve("other").resolve(name.element());
    }
  }
}
