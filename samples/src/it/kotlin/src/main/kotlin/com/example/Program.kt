package com.example

import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import org.ioproc.IoProc
import org.ioproc.OnOpen
import org.ioproc.OnRead
import org.ioproc.OpenRequest
import org.ioproc.mmio.Mmio

@IoProc("SND ")
class SndIoProc {
  @OnOpen
  fun open(request: OpenRequest): Path = Path.of(request.name().orElseThrow().element())
}

/** A file that repeats its own name. */
@IoProc("ECHO")
class EchoIoProc {
  @OnOpen
  fun open(request: OpenRequest): String = request.name().orElseThrow().element()

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
  val mmio = Mmio.newEmbeddedNative()
  println("${mmio.installAll().size} installed, ${mmio.description()}")
  for (name in listOf("a.snd+$file", "a.echo+a sound")) {
    mmio.open(name).use {
      val content = ByteArray(7)
      it.read(ByteBuffer.wrap(content))
      println("${name.substringBefore('+')} has ${String(content)}")
    }
  }
}
