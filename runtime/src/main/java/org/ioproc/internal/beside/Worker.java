package org.ioproc.internal.beside;

import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.PipeTransport;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests on one thread. Its {@code MMIOINFO} and its memory for data stand for those of
 * the program whose message it answers.
 */
final class Worker {

  /** With checks, a handler must be called as a program causes it, and at no other time. */
  private static final boolean READS_AHEAD = !Boolean.getBoolean("org.ioproc.check");

  private final PipeTransport transport;
  private final Procedures procedures;
  private final Frame request = new Frame();
  private final Frame answer = new Frame();
  private final long infoAddress;
  private final MmioInfo info;
  private final LentData data;
  private boolean refuses;

  Worker(PipeTransport transport, Procedures procedures) {
    this.transport = transport;
    this.procedures = procedures;
    this.infoAddress =
        transport.lend(ByteBuffer.allocateDirect(MmioInfo.SIZE).order(ByteOrder.nativeOrder()));
    this.info = MmioInfo.at(infoAddress);
    this.data = new LentData(transport);
  }

  /** Returns the frame for the next request. */
  Frame request() {
    return request;
  }

  /** Lets the next request fail, because memory has run out. */
  void refuse() {
    refuses = true;
  }

  /** Takes back the addresses. */
  void end() {
    transport.end(infoAddress);
    data.end();
  }

  /**
   * Answers the request.
   *
   * @return the frame to write
   * @throws ProtocolException if the request does not follow the protocol
   */
  Frame answer() throws ProtocolException {
    switch (request.kind()) {
      case Protocol.PREPARE -> prepare();
      case Protocol.MESSAGE -> message();
      default ->
          throw new ProtocolException(
              "A request must be of a known kind; this one's kind is " + request.kind() + ".");
    }
    refuses = false;
    return answer;
  }

  private void prepare() throws ProtocolException {
    int number = request.getInt();
    String provider = request.getText();
    request.requireEnd();
    if (provider == null) {
      throw new ProtocolException(
          "A procedure must have a provider; procedure " + number + " has none.");
    }
    if (refuses) {
      answer(Protocol.PROCEDURE_FAILED, FailureText.NO_MEMORY);
    } else {
      prepare(number, provider);
    }
  }

  private void prepare(int number, String provider) {
    try {
      procedures.prepare(number, provider);
      answer(0, null);
    } catch (ClassNotFoundException missing) {
      answer(Protocol.CLASS_FAILED, FailureText.of(missing));
    } catch (Throwable thrown) {
      answer(Protocol.PROCEDURE_FAILED, FailureText.of(thrown));
    }
  }

  private void message() throws ProtocolException {
    int procedure = request.getInt();
    int message = request.getInt();
    long lpmmioinfo = request.getInt() == 0 ? 0 : infoAddress;
    readInfo();
    long lParam1 = request.getLong();
    long lParam2 = request.getLong();
    int ahead = request.getInt();
    if (refuses || !request.isWhole()) {
      answer(Transport.lastResort(message), FailureText.NO_MEMORY);
      return;
    }
    try {
      message(procedures.get(procedure), lpmmioinfo, message, lParam1, lParam2, ahead);
    } catch (OutOfMemoryError full) {
      answer(Transport.lastResort(message), FailureText.NO_MEMORY);
    }
  }

  private void readInfo() throws ProtocolException {
    info.flags(request.getInt());
    for (int i = 0; i < 3; i++) {
      info.info(i, request.getInt());
    }
    info.diskOffset(request.getInt());
  }

  private void message(
      IoProcGlue<?> glue, long lpmmioinfo, int message, long lParam1, long lParam2, int ahead)
      throws ProtocolException {
    switch (message) {
      case MMIOM_OPEN -> open(glue, lpmmioinfo, lParam2);
      case MMIOM_RENAME -> rename(glue, lpmmioinfo);
      case MMIOM_READ -> read(glue, lpmmioinfo, lParam1, lParam2, ahead);
      case MMIOM_WRITE, MMIOM_WRITEFLUSH -> write(glue, lpmmioinfo, message, lParam1, lParam2);
      default -> {
        request.requireEnd();
        answer(glue.callback(lpmmioinfo, message, lParam1, lParam2));
      }
    }
  }

  private void open(IoProcGlue<?> glue, long lpmmioinfo, long lParam2) throws ProtocolException {
    String name = request.getText();
    request.requireEnd();
    long lent = transport.lend(name);
    try {
      answer(glue.callback(lpmmioinfo, MMIOM_OPEN, lent, lParam2));
    } finally {
      transport.end(lent);
    }
  }

  private void rename(IoProcGlue<?> glue, long lpmmioinfo) throws ProtocolException {
    String from = request.getText();
    String to = request.getText();
    request.requireEnd();
    long lentFrom = transport.lend(from);
    long lentTo = 0;
    try {
      lentTo = transport.lend(to);
      answer(glue.callback(lpmmioinfo, MMIOM_RENAME, lentFrom, lentTo));
    } finally {
      transport.end(lentFrom);
      transport.end(lentTo);
    }
  }

  private void read(IoProcGlue<?> glue, long lpmmioinfo, long pointer, long count, int ahead)
      throws ProtocolException {
    request.requireEnd();
    int room = room(pointer, count);
    int wanted = wanted(room, ahead);
    if (!data.reserve(room + wanted)) {
      answer(Transport.lastResort(MMIOM_READ), FailureText.NO_MEMORY);
      return;
    }
    long address = pointer == 0 ? 0 : data.address();
    long result = glue.callback(lpmmioinfo, MMIOM_READ, address, count);
    String failure = FailureText.last();
    int read = (int) Math.max(0, Math.min(result, room));
    int position = info.diskOffset();
    int more = 0;
    if (wanted > 0 && read == room) {
      more = glue.readAhead(lpmmioinfo, address + read, wanted);
      info.diskOffset(position);
    }
    begin(result, failure);
    answer.putInt(read).putInt(more).putBytes(data.memory(), read + more);
  }

  /** Returns how many bytes to read ahead. */
  private static int wanted(int room, int ahead) throws ProtocolException {
    if (ahead < 0 || ahead > Protocol.LARGEST_AHEAD) {
      throw new ProtocolException(
          "At most "
              + Protocol.LARGEST_AHEAD
              + " bytes must be read ahead, and not "
              + ahead
              + ".");
    }
    return READS_AHEAD && room > 0 ? ahead : 0;
  }

  private void write(IoProcGlue<?> glue, long lpmmioinfo, int message, long pointer, long count)
      throws ProtocolException {
    int room = room(pointer, count);
    if (request.remaining() != room) {
      throw new ProtocolException(
          "This write must carry " + room + " bytes; it carries " + request.remaining() + ".");
    }
    if (!data.reserve(room)) {
      answer(Transport.lastResort(message), FailureText.NO_MEMORY);
      return;
    }
    request.getRest(data.memory());
    answer(glue.callback(lpmmioinfo, message, pointer == 0 ? 0 : data.address(), count));
  }

  /**
   * Returns how many bytes a transfer carries: none if its buffer, count or position is invalid,
   * which the glue reports.
   */
  private int room(long pointer, long count) throws ProtocolException {
    if (pointer == 0 || count <= 0 || count > Integer.MAX_VALUE || info.diskOffset() < 0) {
      return 0;
    }
    if (count > Protocol.LARGEST_DATA) {
      throw new ProtocolException(
          "A transfer must have at most "
              + Protocol.LARGEST_DATA
              + " bytes; this one has "
              + count
              + ".");
    }
    return (int) count;
  }

  private void answer(long result) {
    answer(result, FailureText.last());
  }

  private void answer(long result, @Nullable String failure) {
    begin(result, failure);
    answer.putInt(0).putInt(0);
  }

  /** Begins the answer with everything but the data. It fits into every frame. */
  private void begin(long result, @Nullable String failure) {
    answer.begin(Protocol.ANSWER, request.number());
    answer.putLong(result);
    for (int i = 0; i < 3; i++) {
      answer.putInt(info.info(i));
    }
    answer.putInt(info.diskOffset()).putText(failure);
  }
}
