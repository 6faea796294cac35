package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that deletes, for {@code mmioOpen} with {@code MMIO_DELETE}: {@code void
 * name(MmioName file)}.
 *
 * <p>Errors: what it throws becomes the error code that {@code mmioOpen} reports.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnDelete {}
