package com.example

import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import org.ioproc.IoProc
import org.ioproc.MmioName
import org.ioproc.OnOpen
import org.ioproc.OnRead
import org.ioproc.mmio.CallPath
import org.ioproc.mmio.Mmio

@IoProc("SND ")
class SndIoProc {
  @OnOpen
  fun open(name: MmioName): Path = Path.of(name.element())
}

/** A file that repeats its own name. */
@IoProc("ECHO")
class EchoIoProc {
  @OnOpen
  fun open(name: MmioName): String = name.element()

  @OnRead
  fun read(word: String, buffer: ByteBuffer, position: Long): Int {
    val count = buffer.remaining()
    for (i in position until position + count) {
      buffer.put(word[(i % word.length).toInt()].code.toByte())
    }
    return count
  }
}

fun main() {
  val file = Files.writeString(Path.of("some.txt"), "a sound")
  val mmio = Mmio.newEmbedded(CallPath.NATIVE)
  println("${mmio.installAll().size} installed, ${Mmio.transport()}")
  for (name in listOf("a.snd+$file", "a.echo+a sound")) {
    mmio.open(name).use {
      val content = ByteArray(7)
      it.read(ByteBuffer.wrap(content))
      println("${name.substringBefore('+')} has ${String(content)}")
    }
  }
}
