package org.ioproc.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ioproc.samples.testing.Archives;
import org.ioproc.testing.IoProcContract;

/** A folder with files for contracts, and the contracts of procedures that open them. */
record ContractFiles(Path folder) {

  static final byte[] CONTENT = Archives.content(100_003, 1);
  static final byte[] OTHER = Archives.content(70_001, 2);

  /** Creates the files, and removes what an earlier contract has left. */
  static ContractFiles create(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("old"));
    for (String left : List.of("new.bin", "new-renamed.bin", "full.bin", "a-missing.bin")) {
      boolean unused = Files.deleteIfExists(folder.resolve(left));
    }
    Files.write(folder.resolve("a.bin"), CONTENT);
    Files.write(folder.resolve("b.bin"), OTHER);
    Files.write(folder.resolve("damaged.bin"), CONTENT);
    return new ContractFiles(folder);
  }

  Path file() {
    return folder.resolve("a.bin");
  }

  /** Returns the name of a file for the procedure with a code. The container has no meaning. */
  private static String name(String code, String element) {
    return "any." + code + "+" + element;
  }

  /** Returns the contract of a procedure that opens one file under any name. */
  IoProcContract one(String code, Object procedure) {
    return IoProcContract.of(procedure).seed(1).file(name(code, "a.bin"), CONTENT).opensAnyName();
  }

  /** Returns the contract of a procedure that opens the folder's files to read them. */
  IoProcContract reading(String code, Object procedure) {
    return IoProcContract.of(procedure)
        .seed(1)
        .file(name(code, "a.bin"), CONTENT)
        .file(name(code, "b.bin"), OTHER)
        .folder(name(code, "old"));
  }

  /** Returns the contract of a procedure that also writes, renames and deletes files. */
  IoProcContract folder(String code, Object procedure) {
    return reading(code, procedure).writable(name(code, "new.bin"));
  }

  /** Returns the contract of a procedure that will not answer. */
  IoProcContract silent(String code, Object procedure) {
    return folder(code, procedure).limit(Duration.ofSeconds(2));
  }

  /** Returns the contract of a procedure whose file is damaged behind its first 5000 bytes. */
  IoProcContract damaged(String code, Object procedure) {
    return reading(code, procedure).damaged(name(code, "damaged.bin"));
  }

  /** Returns the contract of a procedure whose container has room for some 300,000 bytes. */
  IoProcContract full(String code, Object procedure) {
    return folder(code, procedure).full(name(code, "full.bin"));
  }
}
