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
import org.ioproc.internal.transport.Lent;
import org.ioproc.internal.transport.PipeTransport;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Answers requests on one thread. */
final class Worker implements AutoCloseable {

  private final PipeTransport transport;
  private final Procedures procedures;
  private final Frame request = new Frame();
  private final Lent infoMemory;
  private final Message message;
  private final AnswerFrame answer;
  private final Transfers transfers;
  private boolean refuses;

  Worker(PipeTransport transport, Procedures procedures) {
    this.transport = transport;
    this.procedures = procedures;
    this.infoMemory =
        transport.lend(ByteBuffer.allocateDirect(MmioInfo.SIZE).order(ByteOrder.nativeOrder()));
    this.message = new Message(infoMemory.address());
    this.answer = new AnswerFrame(request, message.info());
    this.transfers = new Transfers(request, message, answer, transport);
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
  @Override
  public void close() {
    infoMemory.close();
    transfers.close();
  }

  /**
   * Answers the request.
   *
   * @return the frame to write
   * @throws ProtocolException if the request does not follow the protocol
   */
  Frame answer() throws ProtocolException {
    boolean refused = refuses || !request.isWhole();
    refuses = false;
    switch (request.kind()) {
      case Protocol.PREPARE -> prepare(refused);
      case Protocol.MESSAGE -> message(refused);
      default ->
          throw new ProtocolException(
              "A request must be of a known kind; this one's kind is " + request.kind() + ".");
    }
    return answer.frame();
  }

  private void prepare(boolean refused) throws ProtocolException {
    if (refused) {
      answer.set(Protocol.PROCEDURE_FAILED, FailureText.NO_MEMORY);
      return;
    }
    try {
      prepare();
    } catch (OutOfMemoryError full) {
      answer.set(Protocol.PROCEDURE_FAILED, FailureText.NO_MEMORY);
    }
  }

  private void prepare() throws ProtocolException {
    int number = request.getInt();
    String provider = request.getText();
    request.requireEnd();
    if (provider == null) {
      throw new ProtocolException(
          "A procedure must have a provider; procedure "
              + Integer.toUnsignedString(number)
              + " has none.");
    }
    prepare(number, provider);
  }

  private void prepare(int number, String provider) {
    try {
      procedures.prepare(number, provider);
      answer.set(0, null);
    } catch (ClassNotFoundException missing) {
      answer.set(Protocol.CLASS_FAILED, FailureText.of(missing));
    } catch (Throwable thrown) {
      answer.set(Protocol.PROCEDURE_FAILED, FailureText.of(thrown));
    }
  }

  private void message(boolean refused) throws ProtocolException {
    message.read(request);
    if (refused) {
      answer.set(Transport.lastResort(message.number()), FailureText.NO_MEMORY);
      return;
    }
    try {
      message(procedures.get(message.procedure()));
    } catch (OutOfMemoryError full) {
      answer.set(Transport.lastResort(message.number()), FailureText.NO_MEMORY);
    }
  }

  private void message(IoProcGlue<?> glue) throws ProtocolException {
    switch (message.number()) {
      case MMIOM_OPEN -> open(glue);
      case MMIOM_RENAME -> rename(glue);
      case MMIOM_READ -> transfers.read(glue);
      case MMIOM_WRITE, MMIOM_WRITEFLUSH -> transfers.write(glue);
      default -> {
        request.requireEnd();
        pass(glue, message.lParam1(), message.lParam2());
      }
    }
  }

  private void open(IoProcGlue<?> glue) throws ProtocolException {
    @Nullable String name = request.getText();
    request.requireEnd();
    try (Lent lent = transport.lend(name)) {
      pass(glue, lent.address(), message.lParam2());
    }
  }

  private void rename(IoProcGlue<?> glue) throws ProtocolException {
    @Nullable String from = request.getText();
    @Nullable String to = request.getText();
    request.requireEnd();
    try (Lent lentFrom = transport.lend(from);
        Lent lentTo = transport.lend(to)) {
      pass(glue, lentFrom.address(), lentTo.address());
    }
  }

  /** Passes the message to the procedure, and answers with its result. */
  private void pass(IoProcGlue<?> glue, long first, long second) {
    long result = message.callback(glue, first, second);
    answer.set(result, FailureText.of(message.number(), result));
  }
}
