module com.example {
  requires org.ioproc;

  provides org.ioproc.glue.IoProcProvider with
      com.example.SndIoProcInstaller.Provider;
}
