package org.ioproc.glue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the library logs while it is open. */
public final class LogRecords extends Handler {

  private static final Logger LOGGER = Logger.getLogger("org.ioproc");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  @Nullable RuntimeException failure;

  public void open() {
    LOGGER.addHandler(this);
  }

  public List<LogRecord> records() {
    return records;
  }

  @Override
  public void publish(LogRecord record) {
    if (failure != null) {
      throw failure;
    }
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
  }
}
