package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that reads: {@code int name(F file, ByteBuffer buffer, long position)}.
 *
 * <p>The buffer is the reading program's own memory, little-endian, from its position to its limit;
 * it is valid during the call only. The position is in bytes from the file's start. The method puts
 * bytes at the buffer's position, as a channel does, and returns their number; -1 or 0 says that
 * the file ends there. It may put fewer than there is room for: it is then called again, because
 * programs take a short read for the end of the data.
 *
 * <p>Errors: what it throws makes {@code mmioRead} return -1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnRead {}
