package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that makes what was written permanent: {@code void name(F file)}. It is called
 * for {@code MMIOM_WRITEFLUSH}, after the bytes that come with it.
 *
 * <p>Errors: what it throws makes the write fail.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnFlush {}
