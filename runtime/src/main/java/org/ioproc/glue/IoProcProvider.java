package org.ioproc.glue;

/**
 * The service by which {@link org.ioproc.mmio.Mmio#installAll()}, and a native wrapper in another
 * application, find procedures. Generated installers have a class that implements it.
 */
public interface IoProcProvider {

  /**
   * Makes a procedure object and the glue around it. Nothing is installed yet.
   *
   * @return new glue
   * @throws Exception what the procedure's constructor throws
   */
  IoProcGlue<?> glue() throws Exception;
}
