package org.ioproc.samples.remote;

import java.io.IOException;
import java.net.URL;

/** Where an object is. Each request asks for it again, because a signed address expires. */
interface Address {

  /** Returns the URL for the next request. */
  URL url() throws IOException;

  /**
   * Makes the next URL a new one, after the server has refused the last.
   *
   * @return whether there can be another
   */
  default boolean renew() {
    return false;
  }

  /** Returns the object's name as a person knows it, without signatures. */
  @Override
  String toString();
}
