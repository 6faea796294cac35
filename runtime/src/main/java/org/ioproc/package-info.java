/**
 * What the author of an I/O procedure writes with.
 *
 * <p>An I/O procedure lets every program that opens files through Windows' multimedia file manager
 * (mmio, in {@code winmm.dll}) open files of a kind that it has never heard of. Here it is a class
 * with a four-character code and a method that opens:
 *
 * <pre>{@code
 * @IoProc("XYZ ")
 * public final class XyzIoProc {
 *   @OnOpen
 *   Path open(OpenRequest request) throws IOException {
 *     MmioName name = request.name().orElseThrow();
 *     return Path.of(name.container()).resolveSibling(name.element());
 *   }
 * }
 * }</pre>
 *
 * <p>The annotation processor writes {@code XyzIoProcInstaller}; after {@code
 * XyzIoProcInstaller.install()}, or {@link org.ioproc.IoProcs#installAll()}, programs in this
 * process open {@code folder/some.xyz+track.wav} through it.
 */
@NullMarked
package org.ioproc;

import org.jspecify.annotations.NullMarked;
