package org.ioproc.glue;

/**
 * Creates one procedure. {@link org.ioproc.mmio.Mmio#installAll()} finds procedures by this
 * service, and a native wrapper in another application creates them through it. Each generated
 * installer contains a class that implements it.
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
