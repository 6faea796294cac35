/**
 * The client side of mmio: classes that open files as a Windows program does.
 *
 * <p>Start at {@link org.ioproc.mmio.Mmio}. It opens an {@link org.ioproc.mmio.MmioFile}, which is
 * a channel and has {@linkplain org.ioproc.mmio.MmioChunks chunks} and a {@linkplain
 * org.ioproc.mmio.MmioBuffer buffer}. This reads the header of a sound inside an archive:
 *
 * <pre>{@code
 * try (MmioFile file = Mmio.system().open("music.zip+track.wav", MmioOption.BUFFERED)) {
 *   MmioChunk wave = file.chunks().findRiff(FourCc.of("WAVE"));
 *   MmioChunk format = file.chunks().findChunk(FourCc.of("fmt "), wave);
 *   ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
 *   file.read(header);
 *   System.out.println(header.getInt(4) + " samples a second");
 *   format.close();
 *   MmioChunk data = file.chunks().findChunk(FourCc.of("data"), wave);
 *   System.out.println(data.size() + " bytes of sound");
 * }
 * }</pre>
 *
 * <p>On Windows, {@link org.ioproc.mmio.Mmio#system()} is Windows' own manager, winmm. On other
 * systems, and in tests, the <em>embedded manager</em>, which is written in Java, replaces it. The
 * documentation here says what programs may rely on. The file {@code runtime/DIFFERENCES.md} in the
 * project's sources lists where the managers differ: what Microsoft documents, what Wine's winmm
 * does, and what the embedded manager does.
 */
@NullMarked
package org.ioproc.mmio;

import org.jspecify.annotations.NullMarked;
