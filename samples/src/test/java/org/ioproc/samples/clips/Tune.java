package org.ioproc.samples.clips;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** A tune of four eighth notes. The file has two tracks, the first of which sets the tempo. */
final class Tune {

  private static final int TICKS_PER_QUARTER = 96;
  private static final int TICKS_PER_NOTE = TICKS_PER_QUARTER / 2;
  private static final int SET_TEMPO = 0x51;

  /** Half a second per quarter, in microseconds. Wine's length of a tune is only right for this. */
  private static final byte[] TEMPO = {0x07, (byte) 0xA1, 0x20};

  private static final int[] NOTES = {60, 64, 67, 72};
  private static final int VELOCITY = 100;

  private Tune() {}

  /** Returns the content of a Standard MIDI File. */
  static byte[] content() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      MidiSystem.write(sequence(), 1, content);
    } catch (InvalidMidiDataException impossible) {
      throw new AssertionError(impossible);
    }
    return content.toByteArray();
  }

  private static Sequence sequence() throws InvalidMidiDataException {
    Sequence sequence = new Sequence(Sequence.PPQ, TICKS_PER_QUARTER);
    sequence.createTrack().add(new MidiEvent(new MetaMessage(SET_TEMPO, TEMPO, TEMPO.length), 0));
    Track track = sequence.createTrack();
    long tick = 0;
    for (int note : NOTES) {
      track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, note, VELOCITY), tick));
      tick += TICKS_PER_NOTE;
      track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, note, VELOCITY), tick));
    }
    return sequence;
  }

  /** Returns the messages that a device gets, each as in Windows' {@code midiOutShortMsg}. */
  static byte[] messages() {
    ByteBuffer messages = ByteBuffer.allocate(2 * Integer.BYTES * NOTES.length);
    messages.order(ByteOrder.LITTLE_ENDIAN);
    for (int note : NOTES) {
      messages.putInt(ShortMessage.NOTE_ON | note << 8 | VELOCITY << 16);
      messages.putInt(ShortMessage.NOTE_OFF | note << 8 | VELOCITY << 16);
    }
    return messages.array();
  }
}
