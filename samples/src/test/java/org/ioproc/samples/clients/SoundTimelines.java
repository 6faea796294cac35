package org.ioproc.samples.clients;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.samples.zip.ZipIoProc;
import org.ioproc.samples.zip.ZipIoProcInstaller;
import org.ioproc.testing.MessageTimeline;

/**
 * Draws what Windows' own functions ask of {@link ZipIoProc} when they read one sound: {@code
 * PlaySound}, MCI and AVIFile, a picture each. The arguments are the sound and the folder for the
 * pictures; {@code .ci/sound-timelines} runs this program.
 */
final class SoundTimelines {

  private static final int SND_NODEFAULT = 0x2;
  private static final int SND_FILENAME = 0x20000;
  private static final int OF_READ = 0;
  private static final int AUDIO = FourCc.of("auds").value();

  /** How many blocks of the stream a read gets, a second of the sound. */
  private static final int SECOND = 22_050;

  private final String sound;

  private SoundTimelines(String sound) {
    this.sound = sound;
  }

  /** A program that reads the sound. */
  private interface Client {
    void run() throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    SoundTimelines programs = new SoundTimelines(arguments[0]);
    Path folder = Path.of(arguments[1]);
    try (InstalledIoProc installed = ZipIoProcInstaller.install()) {
      programs.readOnce();
      draw(installed, "PlaySound", folder.resolve("timeline-playsound.svg"), programs::playSound);
      draw(
          installed,
          "MCI: open, play, close",
          folder.resolve("timeline-mci.svg"),
          programs::playWithMci);
      draw(installed, "AVIFile", folder.resolve("timeline-avifile.svg"), programs::readWithAviFile);
    }
    System.out.println("ended");
  }

  private static void draw(InstalledIoProc installed, String title, Path picture, Client client)
      throws IOException {
    MessageTimeline timeline = new MessageTimeline(title);
    installed.trace(timeline);
    client.run();
    require(title + " has closed the sound", installed.openFiles() == 0);
    timeline.writeTo(picture);
    System.out.println(title + ": " + timeline.totals());
  }

  /** Loads the procedure's classes, so that no picture shows the time that this takes. */
  private void readOnce() throws IOException {
    try (MmioFile file = Mmio.system().open(sound)) {
      ByteBuffer content = ByteBuffer.allocateDirect((int) file.size());
      require("The sound is read", file.read(content) == content.capacity());
    }
  }

  private void playSound() {
    int played = call("winmm", "PlaySoundA", sound, Pointer.NULL, SND_FILENAME | SND_NODEFAULT);
    require("PlaySound plays the sound", played != 0);
  }

  private void playWithMci() {
    command("open \"" + sound + "\" type waveaudio alias sound wait");
    command("play sound wait");
    command("close sound wait");
  }

  private static void command(String text) {
    require(text, call("winmm", "mciSendStringA", text, Pointer.NULL, 0, Pointer.NULL) == 0);
  }

  /** Reads the sound's only stream from its start to its end, a second each time. */
  private void readWithAviFile() {
    PointerByReference opened = new PointerByReference();
    avi("AVIFileInit");
    int failure = avi("AVIStreamOpenFromFileA", opened, sound, AUDIO, 0, OF_READ, Pointer.NULL);
    require("AVIFile opens the sound", failure == 0);
    Pointer stream = opened.getValue();
    int length = avi("AVIStreamLength", stream);
    Memory blocks = new Memory(2 * SECOND);
    for (int at = 0; at < length; at += SECOND) {
      int size = (int) blocks.size();
      failure = avi("AVIStreamRead", stream, at, SECOND, blocks, size, Pointer.NULL, Pointer.NULL);
      require("AVIFile reads block " + at, failure == 0);
    }
    avi("AVIStreamRelease", stream);
    avi("AVIFileExit");
  }

  private static int avi(String function, Object... arguments) {
    return call("avifil32", function, arguments);
  }

  private static int call(String library, String function, Object... arguments) {
    Function called =
        NativeLibrary.getInstance(library).getFunction(function, Function.ALT_CONVENTION);
    return called.invokeInt(arguments);
  }

  private static void require(String what, boolean done) {
    if (!done) {
      throw new IllegalStateException("Failed: " + what);
    }
  }
}
