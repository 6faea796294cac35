module com.example {
  requires org.ioproc;
}
