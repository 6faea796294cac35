/**
 * The demo that the README starts: {@link org.ioproc.samples.demo.Demo} opens a WAV file through
 * mmio, reports what happened and draws the sound's waveform.
 */
@NullMarked
package org.ioproc.samples.demo;

import org.jspecify.annotations.NullMarked;
