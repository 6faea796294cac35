package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that opens a file: {@code F name(OpenRequest request)}. Every procedure has one.
 *
 * <p>What {@code F} is decides what else there is to write. For a {@link
 * java.nio.channels.SeekableByteChannel}, a {@link java.nio.file.Path} (opened with the options of
 * the request), a {@link java.nio.ByteBuffer} or a {@code byte[]} (both read-only) there is
 * nothing: reading, writing, seeking, size and closing follow. Any other type is the author's own,
 * and needs at least {@link OnRead} or {@link OnWrite}.
 *
 * <p>Errors: what it throws becomes the error code that {@code mmioOpen} reports; see {@link
 * MmioException}. Returning null is an error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnOpen {}
