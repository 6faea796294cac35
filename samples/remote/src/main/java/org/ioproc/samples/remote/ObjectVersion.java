package org.ioproc.samples.remote;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells two contents of an object apart.
 *
 * @param size the number of bytes
 * @param tag the ETag, or null if the server sends none
 * @param modified the date of the last change as the server writes it, or null if it sends none
 */
record ObjectVersion(long size, @Nullable String tag, @Nullable String modified) {

  static ObjectVersion of(HttpURLConnection answer, long size) {
    return new ObjectVersion(
        size, answer.getHeaderField("ETag"), answer.getHeaderField("Last-Modified"));
  }

  /** Lets the server refuse the request if the object has changed. */
  void requireOn(HttpURLConnection request) {
    if (tag != null && tag.startsWith("\"")) {
      request.setRequestProperty("If-Match", tag);
    }
  }

  /** Many servers ignore If-Match, so each answer is compared. */
  void requireSame(ObjectVersion other, RemoteErrors errors) throws IOException {
    if (!equals(other)) {
      throw errors.changed();
    }
  }

  /** An ETag decides alone: machines of one service may have set different dates. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ObjectVersion other
        && size == other.size
        && Objects.equals(tag, other.tag)
        && (tag != null || Objects.equals(modified, other.modified));
  }

  @Override
  public int hashCode() {
    return Objects.hash(size, tag);
  }
}
