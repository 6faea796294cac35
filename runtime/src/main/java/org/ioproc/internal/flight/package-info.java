/**
 * Events for Java's Flight Recorder. Only {@link org.ioproc.internal.flight.FlightRecording} may be
 * loaded where the module {@code jdk.jfr} is missing, and it loads the others only while Flight
 * Recorder runs.
 */
@NullMarked
package org.ioproc.internal.flight;

import org.jspecify.annotations.NullMarked;
