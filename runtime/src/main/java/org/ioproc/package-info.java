/**
 * The annotations and types for authors of I/O procedures.
 *
 * <p>Windows' multimedia file manager (mmio, in {@code winmm.dll}) lets an application install I/O
 * procedures. Every program in the process that opens files through mmio can then open kinds of
 * files that it knows nothing about. In Java, a procedure is a class with a four-character code and
 * a method that opens files:
 *
 * <pre>{@code
 * // folder/some.xyz+track.wav is the file folder/track.wav.
 * @IoProc("XYZ ")
 * public final class XyzIoProc {
 *   @OnOpen
 *   Path open(MmioName name) throws IOException {
 *     return name.containerPath().resolveSibling(name.element());
 *   }
 * }
 * }</pre>
 *
 * <p>{@link org.ioproc.OnOpen} lists what the method may return, and what happens when it throws.
 * The annotation processor generates {@code XyzIoProcInstaller} and declares the procedure as a
 * service, so that either of these installs it:
 *
 * <pre>{@code
 * InstalledIoProc one = XyzIoProcInstaller.install();
 * List<InstalledIoProc> all = Mmio.system().installAll();
 * System.out.println(one + ", " + all);
 * }</pre>
 *
 * <p>Threads: handlers run on the threads that call mmio, which may be threads that Java did not
 * create. Calls for one file never overlap: a message from another thread waits until the handler
 * returns. A handler must therefore not wait for a thread that uses the same file. Two handlers
 * that use each other's files on two threads deadlock, and so does a handler that calls {@link
 * java.lang.System#exit} if a shutdown hook closes its file. A message that a handler sends to its
 * own file on its own thread is handled immediately. If that message closes the file, the message
 * that the handler was called for fails.
 *
 * <p>Processes: handlers run in the program's process, or, for a wrapper DLL in a program where
 * Java cannot run, in a process beside it. There, each message may run on another thread, buffers
 * are copies of the program's memory, a file that is read from front to back is also read up to 128
 * KB ahead, and a handler that itself uses mmio reaches only the procedures that it has installed
 * itself.
 *
 * <p>{@link org.ioproc.mmio.Mmio} lets programs in Java open files through mmio.
 */
@NullMarked
package org.ioproc;

import org.jspecify.annotations.NullMarked;
