package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that tells a file's size in bytes: {@code long name(F file)}. Without it a
 * program cannot seek from the end of the file.
 *
 * <p>Errors: what it throws makes {@code mmioSeek} return -1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnSize {}
