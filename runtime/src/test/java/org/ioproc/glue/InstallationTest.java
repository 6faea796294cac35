package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.MmioMessages.MMIO_PARSE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.OpenRequest;
import org.ioproc.TracedMessage;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.OpenParameters;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests installing and uninstalling, even while files are open. */
class InstallationTest {

  private static final FourCc CODE = FourCc.of("MEMO");

  @ParameterizedTest
  @EnumSource
  void anInstallationLastsWithoutAReference(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    installAndForget(mmio);
    for (int i = 0; i < 5; i++) {
      System.gc();
      assertThat(content(mmio)).isEqualTo("forgotten");
    }
  }

  private static void installAndForget(Mmio mmio) throws MmioException {
    mmio.install(glue("forgotten"));
  }

  @ParameterizedTest
  @EnumSource
  void closingTwiceHasNoEffect(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    InstalledIoProc older = mmio.install(glue("older"));
    InstalledIoProc newer = mmio.install(glue("newer"));
    newer.close();
    newer.close();
    System.gc();
    assertThat(content(mmio)).isEqualTo("older");
    older.close();
    older.close();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  void closingTheOlderLeavesTheNewer(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    InstalledIoProc older = mmio.install(glue("older"));
    InstalledIoProc newer = mmio.install(new OtherGlue("newer"));
    older.close();
    System.gc();
    assertThat(content(mmio)).isEqualTo("newer");
    newer.close();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  void closingTheNewerRevealsTheOlder(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    InstalledIoProc older = mmio.install(glue("older"));
    try (InstalledIoProc newer = mmio.install(new OtherGlue("newer"))) {
      assertThat(newer.code()).isEqualTo(CODE);
      assertThat(content(mmio)).isEqualTo("newer");
    }
    assertThat(content(mmio)).isEqualTo("older");
    older.close();
  }

  @ParameterizedTest
  @EnumSource
  void aForeignProcedureInstalledLaterIsLeftAlone(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    InstalledIoProc ours = mmio.install(glue("ours"));
    long foreign = Stub.take(glue("foreign")).address();
    mmio.installIoProc(CODE, foreign);
    ours.close();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(foreign);
    assertThat(mmio.removeIoProc(CODE)).isTrue();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  void anOpenFileOutlivesItsInstallation(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    InstalledIoProc installed = mmio.install(glue("0123456789"));
    MmioFile file = mmio.open("a.memo+b", READ);
    assertThat(installed.openFiles()).isEqualTo(1);
    installed.close();
    System.gc();
    assertThat(read(file)).isEqualTo("0123456789");
    assertThat(mmio.findIoProc(CODE)).isNotEqualTo(0);
    MmioException refused = assertThrows(MmioException.class, () -> mmio.open("a.memo+b", READ));
    assertThat(refused.error()).isEqualTo(MmioError.CANNOT_OPEN);
    assertThat(refused).hasMessageThat().contains("no longer installed");
    file.close();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(0);
    assertThat(installed.openFiles()).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  void toStringDescribesTheState(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    InstalledIoProc installed = mmio.install(new ReusedGlue("x"));
    String name = "\"MEMO\" " + InstallationTest.class.getName() + "$Reused, ";
    assertThat(installed.toString()).isEqualTo(name + "0 files open");
    MmioFile file = mmio.open("a.memo+b", READ);
    assertThat(installed.toString()).isEqualTo(name + "1 file open");
    MmioFile another = mmio.open("a.memo+b", READ);
    assertThat(installed.toString()).isEqualTo(name + "2 files open");
    another.close();
    installed.close();
    assertThat(installed.toString()).isEqualTo(name + "1 file open, closed, not yet removed");
    file.close();
    assertThat(installed.toString()).isEqualTo(name + "0 files open, closed");
  }

  @ParameterizedTest
  @EnumSource
  void anAddressFoundEarlierRefusesToOpenLater(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    InstalledIoProc installed = mmio.install(glue("x"));
    long address = mmio.findIoProc(CODE);
    installed.close();
    System.gc();
    mmio.installIoProc(CODE, address);
    assertThrows(MmioException.class, () -> mmio.open("a.memo+b", READ));
    assertThat(mmio.removeIoProc(CODE)).isTrue();
  }

  /** The file must still be opened, or the procedure could never close it. */
  @ParameterizedTest
  @EnumSource
  void aHandlerMayUninstallItsOwnProcedure(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    ClosingGlue closing = new ClosingGlue();
    closing.installed = mmio.install(closing);
    OpenParameters byAddress = OpenParameters.byProcedure(mmio.findIoProc(CODE));
    MmioFile file = mmio.open("f", byAddress, READ);
    assertThat(mmio.findIoProc(CODE)).isEqualTo(0);
    InstalledIoProc another = mmio.install(new ClosingGlue());
    assertThat(closing.installed.openFiles()).isEqualTo(1);
    assertThat(read(file)).isEqualTo("0123456789");
    assertThrows(MmioException.class, () -> mmio.open("f", byAddress, READ));
    file.close();
    assertThat(closing.file.closes).isEqualTo(1);
    assertThat(closing.installed.openFiles()).isEqualTo(0);
    assertThrows(MmioException.class, () -> mmio.open("f", byAddress, READ));
    another.close();
  }

  @ParameterizedTest
  @EnumSource
  void theAddressOfARemovedProcedureRefusesMessages(Way way) throws Exception {
    Mmio mmio = Mmio.newEmbeddedNative();
    InstalledIoProc installed = mmio.install(new OtherGlue("gone"));
    IoProcedure gone = Transport.current().procedureAt(mmio.findIoProc(CODE));
    installed.close();
    Caller caller = new Caller(way, gone);
    assertThat(caller.open("a+b", 0)).isEqualTo(259);
    assertThat(LastFailure.take()).hasMessageThat().contains("no longer installed");
    assertThat(caller.rename("a+b", "a+c")).isEqualTo(268);
    assertThat(caller.read(5)).isEqualTo("-1");
    assertThat(caller.write("x")).isEqualTo(-1);
    assertThat(caller.seek(0, 0)).isEqualTo(-1);
    assertThat(caller.send(MMIOM_USER, 1, 2)).isEqualTo(0);
    assertThat(caller.close()).isEqualTo(0);
    caller.info.info(2, 77);
    assertThat(caller.read(5)).isEqualTo("-1");
    assertThat(caller.close()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void aClassReusesItsStubForOneProcedureAtATime(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    long first = addressWhileInstalled(mmio);
    for (int i = 0; i < 1000; i++) {
      assertThat(addressWhileInstalled(mmio)).isEqualTo(first);
    }
    InstalledIoProc one = mmio.install(new ReusedGlue("one"));
    InstalledIoProc two = mmio.install(new ReusedGlue("two"));
    assertThat(mmio.findIoProc(CODE)).isNotEqualTo(first);
    assertThat(content(mmio)).isEqualTo("two");
    two.close();
    assertThat(mmio.findIoProc(CODE)).isEqualTo(first);
    assertThat(content(mmio)).isEqualTo("one");
    one.close();
  }

  private static long addressWhileInstalled(Mmio mmio) throws MmioException {
    try (InstalledIoProc installed = mmio.install(new ReusedGlue("x"))) {
      assertThat(installed.openFiles()).isEqualTo(0);
      return mmio.findIoProc(CODE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTraceReportsEachMessage(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    List<String> messages = new ArrayList<>();
    try (InstalledIoProc installed = mmio.install(glue("0123456789"))) {
      installed.trace(message -> messages.add(message.file() + " " + message));
      assertThat(content(mmio)).isEqualTo("0123456789");
      installed.trace(null);
      assertThat(content(mmio)).isEqualTo("0123456789");
    }
    assertThat(messages)
        .containsExactly(
            "a.memo+b MMIOM_OPEN a.memo+b -> 0",
            "a.memo+b MMIOM_READ 20 bytes -> 10",
            "a.memo+b MMIOM_CLOSE a.memo+b -> 0")
        .inOrder();
  }

  @ParameterizedTest
  @EnumSource
  void aTraceDistinguishesTheKindsOfOpen(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    List<String> messages = new ArrayList<>();
    try (InstalledIoProc installed = mmio.install(new MemoryGlue(new MemoryFile("", 1)))) {
      installed.trace(message -> messages.add(message.toString()));
      mmio.delete("a.memo+b");
      assertThat(mmio.exists("a.memo+b")).isTrue();
      assertThrows(MmioException.class, () -> mmio.temporaryName("a.memo+b"));
      mmio.open("a.memo+b", CREATE).close();
    }
    assertThat(messages)
        .containsExactly(
            "MMIOM_OPEN (MMIO_DELETE) a.memo+b -> 0",
            "MMIOM_OPEN (MMIO_EXIST) a.memo+b -> 0",
            "MMIOM_CLOSE ? -> 0",
            "MMIOM_OPEN (MMIO_GETTEMP) a.memo+b -> 259",
            "MMIOM_OPEN a.memo+b -> 0",
            "MMIOM_CLOSE a.memo+b -> 0")
        .inOrder();
    assertThat(new TracedMessage("a+b", MMIOM_OPEN, MMIO_PARSE, 0, 0, 0).toString())
        .isEqualTo("MMIOM_OPEN (MMIO_PARSE) a+b -> 0");
  }

  @ParameterizedTest
  @EnumSource
  void aFailingTraceDoesNoHarm(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    try (InstalledIoProc installed = mmio.install(glue("0123456789"))) {
      installed.trace(
          message -> {
            throw new IllegalStateException("no");
          });
      assertThat(content(mmio)).isEqualTo("0123456789");
    }
  }

  private static String content(Mmio mmio) throws Exception {
    try (MmioFile file = mmio.open("a.memo+b", READ)) {
      return read(file);
    }
  }

  private static String read(MmioFile file) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocateDirect(20);
    file.read(buffer);
    return StandardCharsets.US_ASCII.decode(buffer.flip()).toString();
  }

  private static MemoryGlue glue(String content) {
    return new MemoryGlue(new MemoryFile(content, 100));
  }

  private static final class OtherGlue extends MemoryGlue {
    OtherGlue(String content) {
      super(new MemoryFile(content, 100));
    }
  }

  /** Glue that uninstalls itself when it opens its first file. */
  private static final class ClosingGlue extends MemoryGlue {
    @Nullable InstalledIoProc installed;

    ClosingGlue() {
      super(new MemoryFile("0123456789", 100));
    }

    @Override
    protected @Nullable MemoryFile onOpen(OpenRequest request) throws Throwable {
      if (installed != null) {
        installed.close();
        installed.close();
      }
      return super.onOpen(request);
    }
  }

  private static final class ReusedGlue extends MemoryGlue {
    ReusedGlue(String content) {
      super(new MemoryFile(content, 100));
    }
  }
}
