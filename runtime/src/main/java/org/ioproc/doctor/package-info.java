/**
 * Finds out why a program cannot open a file.
 *
 * <p>{@link org.ioproc.doctor.Doctor} is a command. It needs the class path of the program:
 *
 * <pre>java -cp "lib/*" org.ioproc.doctor.Doctor music.zip+track.wav</pre>
 *
 * <p>A program can also write the report itself, for example from a menu:
 *
 * <pre>{@code
 * try (PrintStream report = new PrintStream("report.txt", StandardCharsets.UTF_8)) {
 *   boolean healthy = Doctor.examine(report, "music.zip+track.wav");
 *   System.out.println(healthy ? "Nothing is wrong." : "See report.txt.");
 * }
 * }</pre>
 */
@NullMarked
package org.ioproc.doctor;

import org.jspecify.annotations.NullMarked;
