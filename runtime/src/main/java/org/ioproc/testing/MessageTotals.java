package org.ioproc.testing;

import java.time.Duration;

/**
 * What the messages of a {@link MessageTimeline} amount to.
 *
 * @param messages the number of messages
 * @param files the number of open files that they belong to
 * @param failures the number of messages that failed; the other numbers leave these out
 * @param bytesRead the number of bytes that were read
 * @param bytesReadAgain how many of them had been read before through the same open file
 * @param bytesWritten the number of bytes that were written
 * @param seeks the number of seeks
 * @param seeksBack how many of them led to an earlier position
 * @param timeInHandlers how long the procedures took to answer, failures included; the time of a
 *     handler that itself opens files through these procedures counts twice
 */
public record MessageTotals(
    long messages,
    long files,
    long failures,
    long bytesRead,
    long bytesReadAgain,
    long bytesWritten,
    long seeks,
    long seeksBack,
    Duration timeInHandlers) {}
