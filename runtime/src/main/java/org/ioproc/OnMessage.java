package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that answers a message of an application's own, for {@code mmioSendMessage}:
 * {@code long name(F file, MmioMessage message)}. Where {@link OnOpen} returns a file that the
 * library reads by itself, {@code F} is {@link java.nio.channels.SeekableByteChannel}.
 *
 * <p>What the method returns is what {@code mmioSendMessage} returns. A message that no method
 * answers is answered with 0.
 *
 * <p>Errors: what it throws makes {@code mmioSendMessage} return -1.
 *
 * <p>Source: Microsoft, "mmioSendMessage function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnMessage {

  /**
   * The message's number.
   *
   * @return 0x8000 ({@code MMIOM_USER}) or above
   */
  int value();
}
