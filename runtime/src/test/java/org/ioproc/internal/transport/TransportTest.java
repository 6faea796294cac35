package org.ioproc.internal.transport;

import static com.google.common.truth.Truth.assertThat;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tests calls across the native boundary. */
class TransportTest {

  private final Transport transport = Transport.current();

  @Test
  @DisplayName("LRESULT and LPARAM are as wide as a pointer, UINT is 4 bytes")
  void everyArgumentArrives() {
    List<String> calls = new ArrayList<>();
    long stub =
        transport.stub(
            (lpmmioinfo, message, lParam1, lParam2) -> {
              calls.add(lpmmioinfo + " " + message + " " + lParam1 + " " + lParam2);
              return -1;
            });
    boolean wide = transport.memory().pointerSize() == 8;
    long high = wide ? 0x7FFF_1234_5678_9ABCL : 0x9234_5678L;
    assertThat(transport.call(stub, high, 2, -5, 2)).isEqualTo(-1);
    assertThat(transport.call(stub, 0, 0, high, -1)).isEqualTo(-1);
    assertThat(transport.call(stub, 0, 6, high, high)).isEqualTo(-1);
    assertThat(calls)
        .containsExactly(high + " 2 -5 2", "0 0 " + high + " -1", "0 6 " + high + " " + high)
        .inOrder();
  }

  @Test
  void viewsHaveTheSameLengthOnEveryTransport() {
    int largest = NativeMemory.LARGEST_VIEW;
    for (int length : new int[] {0, 1, largest - 1, largest, largest + 1, Integer.MAX_VALUE}) {
      assertThat(transport.memory().view(0x10000, length).capacity())
          .isEqualTo(Math.min(length, largest));
    }
  }

  @Test
  void resultsAreReturned() {
    for (long result : new long[] {0, 1, -1, Integer.MAX_VALUE, 4096}) {
      assertThat(transport.call(transport.stub((info, message, p1, p2) -> result), 0, 0, 0, 0))
          .isEqualTo(result);
    }
  }

  @Test
  void aStubIsFoundByItsAddressAndSurvivesCollections() {
    IoProcedure procedure = (info, message, p1, p2) -> 7;
    long stub = transport.stub(procedure);
    assertThat(transport.procedureAt(stub)).isSameInstanceAs(procedure);
    assertThat(transport.procedureAt(1)).isNull();
    for (int i = 0; i < 5; i++) {
      System.gc();
      assertThat(transport.call(stub, 0, 0, 0, 0)).isEqualTo(7);
    }
  }

  /** A thread that the system starts in the procedure is unknown to Java. */
  @Test
  @DisplayName("most threads that call a procedure were not created by Java")
  void aThreadUnknownToJavaMayCall() {
    List<Boolean> daemons = Collections.synchronizedList(new ArrayList<>());
    long stub =
        transport.stub(
            (info, message, p1, p2) -> {
              daemons.add(Thread.currentThread().isDaemon());
              return 0;
            });
    for (int i = 0; i < 100; i++) {
      if (Platform.isWindows()) {
        runWindowsThread(new Pointer(stub));
      } else {
        runPosixThread(new Pointer(stub));
      }
    }
    assertThat(daemons).hasSize(100);
    assertThat(daemons).doesNotContain(false);
  }

  private static void runPosixThread(Pointer start) {
    PointerByReference thread = new PointerByReference();
    Object[] create = {thread, null, start, null};
    assertThat(Function.getFunction("c", "pthread_create").invokeInt(create)).isEqualTo(0);
    Object[] join = {thread.getValue(), null};
    assertThat(Function.getFunction("c", "pthread_join").invokeInt(join)).isEqualTo(0);
  }

  private static void runWindowsThread(Pointer start) {
    Object[] create = {null, 0L, start, null, 0, null};
    Pointer thread = Function.getFunction("kernel32", "CreateThread").invokePointer(create);
    Object[] join = {thread, 60_000};
    assertThat(Function.getFunction("kernel32", "WaitForSingleObject").invokeInt(join))
        .isEqualTo(0);
    Object[] close = {thread};
    assertThat(Function.getFunction("kernel32", "CloseHandle").invokeInt(close)).isNotEqualTo(0);
  }
}
