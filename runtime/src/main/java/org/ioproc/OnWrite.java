package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that writes: {@code int name(F file, ByteBuffer buffer, long position)}.
 *
 * <p>The buffer is the writing program's own memory, little-endian and read-only, from its position
 * to its limit; it is valid during the call only. The position is in bytes from the file's start,
 * and may lie beyond its end. The method takes bytes from the buffer's position, as a channel does,
 * and returns their number. It may take fewer than there are: it is then called again.
 *
 * <p>Errors: what it throws makes {@code mmioWrite} return -1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnWrite {}
