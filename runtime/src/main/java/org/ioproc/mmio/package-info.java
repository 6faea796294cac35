/**
 * The client side: files opened through mmio, as a Windows program opens them.
 *
 * <pre>{@code
 * try (MmioFile file = Mmio.system().open("music.zip+track.wav", MmioFlag.READ, MmioFlag.ALLOCBUF)) {
 *   MmioChunk wave = file.findRiff(FourCc.of("WAVE"));
 *   MmioChunk format = file.findChunk(FourCc.of("fmt "), wave);
 *   ByteBuffer header = ByteBuffer.allocate((int) format.size()).order(ByteOrder.LITTLE_ENDIAN);
 *   file.read(header);
 *   file.ascend(format);
 *   MmioChunk data = file.findChunk(FourCc.of("data"), wave);
 *   System.out.println(data.size() + " bytes of sound");
 * }
 * }</pre>
 */
@NullMarked
package org.ioproc.mmio;

import org.jspecify.annotations.NullMarked;
