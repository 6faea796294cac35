package org.ioproc.glue;

/**
 * A service that creates one procedure. {@link org.ioproc.mmio.Mmio#installAll()} finds procedures
 * through it, and so does the generated DLL in another application. Each generated installer
 * contains a class that implements it.
 */
public interface IoProcProvider {

  /**
   * Creates a procedure and its glue, and installs nothing.
   *
   * @return new glue
   * @throws Exception what the procedure's constructor throws
   */
  IoProcGlue<?> glue() throws Exception;
}
