package org.ioproc.samples;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;

/**
 * A Java application that uses a wrapper DLL as any other application does. The DLL finds this
 * application's virtual machine, and loads its procedure and its copy of ioproc beside the
 * application's own.
 */
final class WrapperClient {

  private static final NativeLibrary LIBRARY = NativeLibrary.getInstance("zipioproc.dll");

  private static boolean failed;

  private WrapperClient() {}

  public static void main(String[] arguments) throws Exception {
    report("install", call("InstallZipIoProc") == 0);
    report("read on the main thread", readsTone());
    report("read on other threads", threadsReadTone());
    report("a missing element", isRefused("music.zip+absent.wav"));
    report("its text", errorText().equals("entry absent.wav not in music.zip"));
    report("a thread keeps its class loader", keepsLoader());
    report("remove", call("RemoveZipIoProc") == 0);
    report("the procedure is gone", isRefused("music.zip+tone.wav"));
    report("a plain file is read", reads("plain.wav"));
    report("a plain file is played", plays("plain-short.wav"));
    System.out.println("  ended");
    if (failed) {
      System.exit(1);
    }
  }

  private static void report(String what, boolean good) {
    System.out.println((good ? "ok " : "FAILED ") + what);
    failed |= !good;
  }

  private static int call(String name) {
    return function(name).invokeInt(new Object[0]);
  }

  private static Function function(String name) {
    return LIBRARY.getFunction(name);
  }

  private static String errorText() {
    char[] text = new char[256];
    int length = function("ZipIoProcErrorText").invokeInt(new Object[] {text, text.length});
    return new String(text, 0, length);
  }

  private static boolean readsTone() throws IOException {
    return reads("music.zip+tone.wav");
  }

  private static boolean reads(String name) throws IOException {
    MmioFile file = openAlone(name);
    try {
      ByteBuffer wav = ByteBuffer.allocate(44 + 8000);
      while (wav.hasRemaining() && file.read(wav) > 0) {
        // Reads until the tone is complete.
      }
      return !wav.hasRemaining() && isTone(wav.flip());
    } finally {
      closeAlone(file);
    }
  }

  /**
   * Opens a file while no other thread opens or closes one. Wine 8.0 counts a procedure's open
   * files without a lock. With a wrong count, mmio would never remove the procedure.
   */
  private static synchronized MmioFile openAlone(String name) throws IOException {
    return Mmio.system().open(name);
  }

  private static synchronized void closeAlone(MmioFile file) throws IOException {
    file.close();
  }

  private static boolean isTone(ByteBuffer wav) {
    for (int i = 0; i < 8000; i++) {
      if (wav.get(44 + i) != (byte) (i * 7)) {
        return false;
      }
    }
    return true;
  }

  /** Plays a sound, with the flags SND_FILENAME and SND_NODEFAULT. */
  private static boolean plays(String name) {
    Function playSound = NativeLibrary.getInstance("winmm").getFunction("PlaySoundA");
    return playSound.invokeInt(new Object[] {name, null, 0x20002}) != 0;
  }

  private static boolean isRefused(String name) {
    try (MmioFile file = Mmio.system().open(name)) {
      return file == null;
    } catch (IOException refused) {
      return true;
    }
  }

  private static boolean threadsReadTone() throws InterruptedException {
    List<Boolean> read = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(new Thread(() -> addReading(read)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return read.size() == 8 && !read.contains(false);
  }

  private static void addReading(List<Boolean> read) {
    boolean good = false;
    try {
      good = readsTone();
    } catch (IOException failure) {
      System.out.println(failure);
    }
    synchronized (read) {
      read.add(good);
    }
  }

  private static boolean keepsLoader() {
    return ClassLoader.getSystemClassLoader()
        .equals(Thread.currentThread().getContextClassLoader());
  }
}
