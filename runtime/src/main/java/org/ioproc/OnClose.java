package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that closes a file: {@code void name(F file)}. It is called once for each file
 * that was opened.
 *
 * <p>Errors: what it throws becomes the error code that {@code mmioClose} reports; the file is
 * closed all the same.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnClose {}
