package org.ioproc.samples.clients;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.mmio.Mmio;
import org.ioproc.samples.zip.ZipIoProc;
import org.ioproc.samples.zip.ZipIoProcInstaller;

/**
 * A Java program on Windows that installs {@link ZipIoProc} in its own process and then runs a
 * program in C there, {@code clients.dll}, which opens files and knows nothing of Java. The
 * arguments are the path of the DLL, the name of the client to run, a file in an archive, and the
 * same file on disk.
 */
final class WindowsClients {

  private WindowsClients() {}

  public static void main(String[] arguments) throws MmioException {
    InstalledIoProc installed = ZipIoProcInstaller.install();
    int result = run(arguments, Mmio.system().findIoProc(installed.code()));
    if (result == 0 && installed.openFiles() != 0) {
      System.out.println("FAILED, " + installed.openFiles() + " files are still open");
      result = 1;
    }
    installed.close();
    if (result == 0 && Mmio.system().findIoProc(installed.code()) != 0) {
      System.out.println("FAILED, the procedure is still installed");
      result = 1;
    }
    System.exit(result);
  }

  private static int run(String[] arguments, long procedure) {
    Function client = NativeLibrary.getInstance(arguments[0]).getFunction("run_client");
    return client.invokeInt(
        new Object[] {arguments[1], arguments[2], arguments[3], Pointer.createConstant(procedure)});
  }
}
