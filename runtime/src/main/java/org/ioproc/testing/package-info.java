/**
 * Tools for the authors of I/O procedures. They need no test library, and work with each.
 *
 * <p>{@link org.ioproc.testing.IoProcContract} proves in one line of a test that a procedure keeps
 * the promises on which programs rely:
 *
 * <pre>{@code
 * // music.tone+3 is a file with the bytes 0, 1 and 2.
 * @IoProc("TONE")
 * public final class ToneIoProc {
 *   @OnOpen
 *   byte[] open(MmioName name) throws NoSuchFileException {
 *     if (!name.element().matches("[1-9]")) {
 *       throw new NoSuchFileException(name.toString());
 *     }
 *     byte[] content = new byte[Integer.parseInt(name.element())];
 *     for (int i = 0; i < content.length; i++) {
 *       content[i] = (byte) i;
 *     }
 *     return content;
 *   }
 * }
 * }</pre>
 *
 * <pre>{@code
 * IoProcContract.of(new ToneIoProc()).file("music.tone+3", new byte[] {0, 1, 2}).check();
 * }</pre>
 *
 * <p>{@link org.ioproc.testing.HandlerCalls} calls single handlers as the library does, without
 * mmio.
 *
 * <p>{@link org.ioproc.testing.MessageTimeline} draws what a program asks of a procedure.
 */
@NullMarked
package org.ioproc.testing;

import org.jspecify.annotations.NullMarked;
