package org.ioproc;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import org.ioproc.glue.IoProcProvider;
import org.ioproc.mmio.Mmio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoProcsTest {

  @TempDir Path folder;

  @Test
  void missingProcedureIsToldWithTheRemedy() throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(IoProcProvider.class.getName()), "a.GoneInstaller$Provider");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      ServiceConfigurationError failure =
          assertThrows(ServiceConfigurationError.class, () -> IoProcs.installAll(Mmio.embedded()));
      assertThat(failure).hasMessageThat().contains("a.GoneInstaller$Provider not found");
      assertThat(failure).hasMessageThat().contains("build its project anew from clean");
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
