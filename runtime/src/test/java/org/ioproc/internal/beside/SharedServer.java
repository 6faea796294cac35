package org.ioproc.internal.beside;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server for all tests of a class, which must leave it as it was. */
final class SharedServer implements BeforeAllCallback, AfterAllCallback {

  private ChildServer server;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    server = ChildServer.prepared();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.close();
  }

  Client client() {
    return server.client;
  }

  /** Opens a file. Returns its token. */
  int open(String element) throws Exception {
    return server.open(element);
  }

  Answer ask(Request request) throws Exception {
    return server.client.ask(request);
  }
}
