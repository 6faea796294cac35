/**
 * The annotations and types that the author of an I/O procedure uses.
 *
 * <p>Windows' multimedia file manager (mmio, in {@code winmm.dll}) lets an application install I/O
 * procedures. From then on every program in its process that opens files through mmio can open
 * files of a kind that it knows nothing about. Such a procedure is a class with a four-character
 * code and a method that opens:
 *
 * <pre>{@code
 * // folder/some.xyz+track.wav is the file folder/track.wav.
 * @IoProc("XYZ ")
 * public final class XyzIoProc {
 *   @OnOpen
 *   Path open(OpenRequest request) throws IOException {
 *     MmioName name = MmioName.of(request.rawName());
 *     return Path.of(name.container()).resolveSibling(name.element());
 *   }
 * }
 * }</pre>
 *
 * <p>{@link org.ioproc.OnOpen} lists what the method may return, and what happens when it throws.
 * The annotation processor generates {@code XyzIoProcInstaller}, and declares the procedure, so
 * that either of these installs it:
 *
 * <pre>{@code
 * InstalledIoProc one = XyzIoProcInstaller.install();
 * List<InstalledIoProc> all = IoProcs.installAll();
 * System.out.println(one + ", " + all);
 * }</pre>
 *
 * <p>{@link org.ioproc.mmio.Mmio} is the client side, for programs in Java.
 */
@NullMarked
package org.ioproc;

import org.jspecify.annotations.NullMarked;
