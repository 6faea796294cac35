package org.ioproc.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Collects the library's log records while it is open. */
public final class LogRecords extends Handler {

  private static final Logger LOGGER = Logger.getLogger("org.ioproc");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  public @Nullable Throwable failure;

  public void open() {
    open(Level.ALL);
  }

  public void open(Level least) {
    LOGGER.addHandler(this);
    LOGGER.setLevel(least);
  }

  public void forget() {
    records.clear();
  }

  public List<LogRecord> records() {
    return records;
  }

  @Override
  public void publish(LogRecord record) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setLevel(null);
  }
}
