package org.ioproc.internal.beside;

import org.ioproc.glue.IoProcGlue;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * The message that a thread answers. Its {@code MMIOINFO} stands for that of the program. A thread
 * uses one object for all its messages, so that reading a message takes no memory.
 */
final class Message {

  private final long infoAddress;
  private final MmioInfo info;
  private int procedure;
  private int number;
  private boolean hasInfo;
  private long lParam1;
  private long lParam2;
  private int ahead;

  /** Creates a message whose {@code MMIOINFO} is at an address. */
  Message(long infoAddress) {
    this.infoAddress = infoAddress;
    this.info = MmioInfo.at(infoAddress);
  }

  /** Reads the numbers of a message, but neither its names nor its data. */
  void read(Frame request) throws ProtocolException {
    procedure = request.getInt();
    number = request.getInt();
    hasInfo = request.getInt() != 0;
    info.flags(request.getInt());
    for (int i = 0; i < 3; i++) {
      info.info(i, request.getInt());
    }
    info.diskOffset(request.getInt());
    lParam1 = request.getLong();
    lParam2 = request.getLong();
    ahead = request.getInt();
  }

  /** Passes the message with these parameters. */
  long callback(IoProcGlue<?> glue, long first, long second) {
    return glue.callback(lpmmioinfo(), number, first, second);
  }

  /** Reads ahead at the position that the message has reached, and stays there. */
  int readAhead(IoProcGlue<?> glue, long address, int count) {
    int position = info.diskOffset();
    int read = glue.readAhead(lpmmioinfo(), address, count);
    info.diskOffset(position);
    return read;
  }

  private long lpmmioinfo() {
    return hasInfo ? infoAddress : 0;
  }

  MmioInfo info() {
    return info;
  }

  int procedure() {
    return procedure;
  }

  int number() {
    return number;
  }

  long lParam1() {
    return lParam1;
  }

  long lParam2() {
    return lParam2;
  }

  int position() {
    return info.diskOffset();
  }

  /** Returns how many bytes the wrapper would like to have ahead. */
  int ahead() {
    return ahead;
  }
}
