package org.ioproc.internal.beside;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What Java has answered: see PROTOCOL.md. */
@SuppressWarnings("ArrayRecordComponent") // Answers are not compared.
record Answer(
    long result, int[] words, int position, @Nullable String failure, byte[] data, byte[] ahead) {

  static Answer read(Frame frame) throws ProtocolException {
    long result = frame.getLong();
    int[] words = {frame.getInt(), frame.getInt(), frame.getInt()};
    int position = frame.getInt();
    String failure = frame.getText();
    byte[] data = new byte[frame.getInt()];
    byte[] ahead = new byte[frame.getInt()];
    ByteBuffer rest = ByteBuffer.allocate(frame.remaining());
    frame.getRest(rest);
    rest.get(data).get(ahead);
    return new Answer(result, words, position, failure, data, ahead);
  }
}
