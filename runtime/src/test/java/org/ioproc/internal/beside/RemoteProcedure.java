package org.ioproc.internal.beside;

import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import java.nio.ByteBuffer;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Sends each message through the protocol, as the wrapper DLL does, and waits for its answer. */
final class RemoteProcedure implements IoProcedure {

  private final Client client;
  private final int procedure;

  /** How many bytes to ask for after each read. */
  int ahead;

  /** What the last answer said. */
  @Nullable String failure;

  byte[] aheadData = {};

  RemoteProcedure(Client client, int procedure) {
    this.client = client;
    this.procedure = procedure;
  }

  @Override
  public long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    try {
      MmioInfo info = lpmmioinfo == 0 ? null : MmioInfo.at(lpmmioinfo);
      Answer answer = client.ask(request(info, message, lParam1, lParam2));
      return result(answer, info, lParam1);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  private Request request(@Nullable MmioInfo info, int message, long lParam1, long lParam2)
      throws MmioException {
    boolean writes = message == MMIOM_WRITE || message == MMIOM_WRITEFLUSH;
    boolean transfers = message == MMIOM_READ || writes;
    Request request = new Request(message);
    request.procedure = procedure;
    copy(info, request);
    request.parameters(transfers && lParam1 != 0 ? 1 : lParam1, lParam2);
    request.ahead = message == MMIOM_READ ? ahead : 0;
    if (message == MMIOM_OPEN || message == MMIOM_RENAME) {
      request.parameters(0, 0).name(name(lParam1));
    }
    if (message == MMIOM_RENAME) {
      request.name(name(lParam2));
    }
    if (writes && lParam1 != 0 && isCount(lParam2) && request.position >= 0) {
      request.data = new byte[(int) lParam2];
      memory(lParam1, request.data.length).get(request.data);
    }
    return request;
  }

  private static boolean isCount(long count) {
    return count > 0 && count <= Integer.MAX_VALUE;
  }

  private static void copy(@Nullable MmioInfo info, Request request) {
    request.hasInfo = info != null;
    if (info != null) {
      request.flags = info.flags();
      request.words = new int[] {info.info(0), info.info(1), info.info(2)};
      request.position = info.diskOffset();
    }
  }

  private static @Nullable String name(long address) throws MmioException {
    return address == 0 ? null : AnsiText.at(address);
  }

  private long result(Answer answer, @Nullable MmioInfo info, long lParam1) {
    if (info != null) {
      for (int i = 0; i < answer.words().length; i++) {
        info.info(i, answer.words()[i]);
      }
      info.diskOffset(answer.position());
    }
    failure = answer.failure();
    aheadData = answer.ahead();
    if (answer.data().length > 0) {
      memory(lParam1, answer.data().length).put(answer.data());
    }
    return answer.result();
  }

  private static ByteBuffer memory(long address, int size) {
    return Transport.current().memory().view(address, size);
  }
}
