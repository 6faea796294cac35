package org.ioproc.samples.remote;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.Set;

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

  /** Returns whether a URL names a web server, and neither a user nor a password. */
  static boolean isServer(URI address) {
    return Set.of("http", "https").contains(String.valueOf(address.getScheme()).toLowerCase(ROOT))
        && address.getHost() != null
        && address.getRawUserInfo() == null;
  }

  /** Returns the object's name as a person knows it, without signatures. */
  @Override
  String toString();
}
