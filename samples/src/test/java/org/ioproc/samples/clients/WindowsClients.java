package org.ioproc.samples.clients;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.List;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.mmio.Mmio;

/**
 * A Java program on Windows that installs all procedures on the class path in its own process and
 * then runs a program in C there, {@code clients.dll}, which opens files and knows nothing of Java.
 * The arguments are the path of the DLL, the name of the client to run, a file in a container, such
 * as {@code music.zip+track.wav}, and the same file on disk.
 */
final class WindowsClients {

  private WindowsClients() {}

  public static void main(String[] arguments) throws MmioException {
    List<InstalledIoProc> installed = Mmio.system().installAll();
    FourCc code = MmioName.of(arguments[2]).code().orElseThrow();
    boolean isGood = run(arguments, Mmio.system().findIoProc(code)) == 0;
    for (InstalledIoProc procedure : installed) {
      isGood = isGood && isUnused(procedure);
      procedure.close();
      isGood = isGood && isRemoved(procedure);
    }
    System.exit(isGood ? 0 : 1);
  }

  private static boolean isUnused(InstalledIoProc procedure) {
    if (procedure.openFiles() != 0) {
      System.out.println("FAILED, files are still open: " + procedure);
    }
    return procedure.openFiles() == 0;
  }

  private static boolean isRemoved(InstalledIoProc procedure) {
    boolean isInstalled = Mmio.system().findIoProc(procedure.code()) != 0;
    if (isInstalled) {
      System.out.println("FAILED, the procedure is still installed: " + procedure);
    }
    return !isInstalled;
  }

  private static int run(String[] arguments, long procedure) {
    Function client = NativeLibrary.getInstance(arguments[0]).getFunction("run_client");
    return client.invokeInt(
        new Object[] {arguments[1], arguments[2], arguments[3], Pointer.createConstant(procedure)});
  }
}
