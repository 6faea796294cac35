package org.ioproc.internal.mmsystem;

import static com.google.common.truth.Truth.assertThat;

import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.ioproc.MmioError;
import org.ioproc.MmioMessages;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests the numbers and layouts of {@code mmsystem.h}, except for {@code MMIOINFO}, which {@code
 * MmioInfoTest} tests.
 */
final class HeaderRulesTest {

  @Test
  @DisplayName("messages")
  void messages() throws Exception {
    assertThat(constants(MmioMessages.class, "MMIOM_"))
        .containsExactly(
            "READ",
            0,
            "WRITE",
            1,
            "SEEK",
            2,
            "OPEN",
            3,
            "CLOSE",
            4,
            "WRITEFLUSH",
            5,
            "RENAME",
            6,
            "USER",
            0x8000);
  }

  @Test
  @DisplayName("flags of mmioOpen, mmioInstallIOProc, mmioClose, mmioFlush and the chunks")
  void flags() throws Exception {
    Map<String, Integer> expected = new LinkedHashMap<>();
    put(expected, 1, "WRITE");
    put(expected, 2, "READWRITE");
    put(expected, 3, "RWMODE");
    put(expected, 0x10, "EXCLUSIVE", "FHOPEN", "EMPTYBUF", "TOUPPER", "FINDCHUNK");
    put(expected, 0x20, "DENYWRITE", "FINDRIFF", "CREATERIFF");
    put(expected, 0x30, "DENYREAD");
    put(expected, 0x40, "DENYNONE", "FINDLIST", "CREATELIST");
    put(expected, 0x70, "SHAREMODE");
    put(expected, 0x100, "PARSE");
    put(expected, 0x200, "DELETE");
    put(expected, 0x1000, "CREATE");
    put(expected, 0x4000, "EXIST");
    put(expected, 0x10000, "ALLOCBUF", "INSTALLPROC");
    put(expected, 0x20000, "GETTEMP", "REMOVEPROC");
    put(expected, 0x40000, "FINDPROC");
    put(expected, 0x10000000, "DIRTY", "GLOBALPROC");
    put(expected, 8192, "DEFAULTBUFFER");
    Map<String, Integer> found = constants(MmioConstants.class, "MMIO_");
    found.putAll(constants(MmioMessages.class, "MMIO_"));
    assertThat(found).containsExactlyEntriesIn(expected);
  }

  private static void put(Map<String, Integer> numbers, int number, String... names) {
    Stream.of(names).forEach(name -> numbers.put(name, number));
  }

  private static Map<String, Integer> constants(Class<?> type, String prefix) throws Exception {
    Map<String, Integer> constants = new LinkedHashMap<>();
    for (Field field : type.getDeclaredFields()) {
      if (field.getName().startsWith(prefix)) {
        constants.put(field.getName().substring(prefix.length()), field.getInt(null));
      }
    }
    return constants;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          MMSYSERR_INVALHANDLE, 5
          MMSYSERR_NOMEM, 7
          MMSYSERR_INVALPARAM, 11
          MMIOERR_FILENOTFOUND, 257
          MMIOERR_OUTOFMEMORY, 258
          MMIOERR_CANNOTOPEN, 259
          MMIOERR_CANNOTCLOSE, 260
          MMIOERR_CANNOTREAD, 261
          MMIOERR_CANNOTWRITE, 262
          MMIOERR_CANNOTSEEK, 263
          MMIOERR_CANNOTEXPAND, 264
          MMIOERR_CHUNKNOTFOUND, 265
          MMIOERR_UNBUFFERED, 266
          MMIOERR_PATHNOTFOUND, 267
          MMIOERR_ACCESSDENIED, 268
          MMIOERR_SHARINGVIOLATION, 269
          MMIOERR_NETWORKERROR, 270
          MMIOERR_TOOMANYOPENFILES, 271
          MMIOERR_INVALIDFILE, 272
          """)
  @DisplayName("error codes")
  void errors(String symbol, int code) {
    assertThat(MmioError.of(code).orElseThrow().symbol()).isEqualTo(symbol);
    assertThat(MmioError.values()).hasLength(19);
  }

  @Test
  @DisplayName("MMCKINFO: ckid 0, cksize 4, fccType 8, dwDataOffset 12, dwFlags 16; 20 bytes")
  void chunkInfo() {
    MmckInfo info = new MmckInfo();
    info.chunkId(1);
    info.size(2);
    info.type(3);
    info.dataOffset(4);
    info.flags(5);
    for (int i = 0; i < 5; i++) {
      int offset = 4 * i;
      assertThat(info.call(address -> word(address + offset))).isEqualTo(i + 1);
    }
  }

  private static int word(long address) {
    return Transport.current().memory().view(address, 4).order(ByteOrder.nativeOrder()).getInt(0);
  }
}
