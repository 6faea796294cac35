package com.example;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The WAV file that the C programs expect: 8-bit samples at 8 kHz. */
final class Tone {

  private Tone() {}

  static ByteBuffer wav(int samples) {
    ByteBuffer wav = ByteBuffer.allocate(44 + samples).order(ByteOrder.LITTLE_ENDIAN);
    put(wav, "RIFF").putInt(36 + samples);
    put(wav, "WAVEfmt ").putInt(16).putShort((short) 1).putShort((short) 1);
    wav.putInt(8000).putInt(8000).putShort((short) 1).putShort((short) 8);
    put(wav, "data").putInt(samples);
    for (int i = 0; i < samples; i++) {
      wav.put((byte) (i * 7));
    }
    return wav.flip();
  }

  private static ByteBuffer put(ByteBuffer wav, String text) {
    return wav.put(text.getBytes(StandardCharsets.US_ASCII));
  }
}
