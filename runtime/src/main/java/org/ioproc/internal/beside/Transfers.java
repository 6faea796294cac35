package org.ioproc.internal.beside;

import static org.ioproc.MmioMessages.MMIOM_READ;

import org.ioproc.glue.IoProcGlue;
import org.ioproc.internal.transport.PipeTransport;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Answers the messages that read and write. Each thread has one, with memory for the bytes. */
final class Transfers implements AutoCloseable {

  /** With checks, a handler must be called as a program causes it, and at no other time. */
  private static final boolean READS_AHEAD = !Boolean.getBoolean("org.ioproc.check");

  private final Frame request;
  private final Message message;
  private final AnswerFrame answer;
  private final LentData data;

  Transfers(Frame request, Message message, AnswerFrame answer, PipeTransport transport) {
    this.request = request;
    this.message = message;
    this.answer = answer;
    this.data = new LentData(transport);
  }

  /** Answers MMIOM_READ, and reads ahead if the procedure has filled the program's buffer. */
  void read(IoProcGlue<?> glue) throws ProtocolException {
    request.requireEnd();
    int room = room();
    int wanted = wanted(room);
    if (!data.reserve(room + wanted)) {
      refuse();
      return;
    }
    long address = address();
    long result = message.callback(glue, address, message.lParam2());
    @Nullable String failure = FailureText.of(MMIOM_READ, result);
    int read = (int) Math.max(0, Math.min(result, room));
    int ahead = wanted > 0 && read == room ? message.readAhead(glue, address + read, wanted) : 0;
    answer.set(result, failure, data.memory(), read, ahead);
  }

  /** Answers MMIOM_WRITE and MMIOM_WRITEFLUSH. */
  void write(IoProcGlue<?> glue) throws ProtocolException {
    int room = room();
    if (request.remaining() != room) {
      throw new ProtocolException(
          "This write must carry " + room + " bytes; it carries " + request.remaining() + ".");
    }
    if (!data.reserve(room)) {
      refuse();
      return;
    }
    request.getRest(data.memory());
    long result = message.callback(glue, address(), message.lParam2());
    answer.set(result, FailureText.of(message.number(), result));
  }

  private void refuse() {
    answer.set(Transport.lastResort(message.number()), FailureText.NO_MEMORY);
  }

  private long address() {
    return message.lParam1() == 0 ? 0 : data.address();
  }

  /**
   * Returns how many bytes a transfer carries: none if its buffer, count or position is invalid,
   * which the glue reports.
   */
  private int room() throws ProtocolException {
    long count = message.lParam2();
    if (message.lParam1() == 0
        || count <= 0
        || count > Integer.MAX_VALUE
        || message.position() < 0) {
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

  /** Returns how many bytes to read ahead. */
  private int wanted(int room) throws ProtocolException {
    int ahead = message.ahead();
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

  @Override
  public void close() {
    data.close();
  }
}
