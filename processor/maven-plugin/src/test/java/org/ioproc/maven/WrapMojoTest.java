package org.ioproc.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoFailureException;
import org.ioproc.wrapper.Layout;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.image.Architecture;
import org.ioproc.wrapper.tool.WrapRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The request that the goal passes to the tool. The set-ups run the goal in Maven. */
final class WrapMojoTest {

  private static final Path JAR = Path.of("target", "sounds-1.4.jar");
  private static final Path OUTPUT = Path.of("target", "wrapper");

  @TempDir Path folder;
  private final WrapMojo mojo = new WrapMojo();

  /** Sets what Maven sets for a project without configuration. */
  @BeforeEach
  void fill() {
    mojo.artifact = Artifacts.of("com.example:sounds", JAR.toFile());
    mojo.dependencies = new LinkedHashSet<>();
    mojo.packaging = "jar";
    mojo.outputDirectory = OUTPUT.toFile();
    mojo.product = "Sounds";
    mojo.productVersion = "1.4";
  }

  @Test
  void projectWithoutConfiguration() throws Exception {
    Artifact runtime = dependency("org.ioproc:ioproc-runtime");
    Artifact jna = dependency("net.java.dev.jna:jna");

    assertThat(mojo.request())
        .isEqualTo(
            WrapRequest.of(JAR)
                .classPath(List.of(runtime.getFile().toPath(), jna.getFile().toPath()))
                .output(OUTPUT)
                .product("Sounds")
                .productVersion("1.4")
                .build());
  }

  @Test
  void moduleDefinitionsAmongTheResources() throws Exception {
    Path sounds = definitions("sounds/sounds.def");
    Path tapes = definitions("tapes/tapes.def");
    definitions("tapes/other.def");
    Resource resource = new Resource();
    resource.setDirectory(folder.toString());
    Resource missing = new Resource();
    missing.setDirectory(folder.resolve("missing").toString());
    mojo.resources = List.of(missing, resource);

    assertThat(mojo.request().moduleDefinitions()).containsExactly(sounds, tapes).inOrder();
    mojo.libraries = List.of("tapes");
    assertThat(mojo.request().moduleDefinitions()).containsExactly(tapes);
    mojo.moduleDefinitions = List.of(new File("own.def"));
    assertThat(mojo.request().moduleDefinitions()).containsExactly(Path.of("own.def"));
  }

  private Path definitions(String name) throws IOException {
    Path file = folder.resolve("META-INF/ioproc").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  @Test
  void everyParameter() throws Exception {
    mojo.layout = "folder";
    mojo.architectures = List.of("arm64", "x64");
    mojo.java = "beside";
    mojo.libraries = List.of("sounds", "tapes");
    mojo.moduleDefinitions = List.of(new File("sounds.def"), new File("tapes.def"));
    mojo.product = "Sounds and Tapes";
    mojo.productVersion = "2.0";
    mojo.company = "Example";
    mojo.copyright = "Public domain";
    mojo.sources = true;

    assertThat(mojo.request())
        .isEqualTo(
            WrapRequest.of(JAR)
                .output(OUTPUT)
                .layout(Layout.FOLDER)
                .architectures(Set.of(Architecture.ARM64, Architecture.X64))
                .way(Way.BESIDE)
                .libraries(List.of("sounds", "tapes"))
                .moduleDefinitions(List.of(Path.of("sounds.def"), Path.of("tapes.def")))
                .product("Sounds and Tapes")
                .productVersion("2.0")
                .company("Example")
                .copyright("Public domain")
                .sources(true)
                .build());
  }

  @Test
  void excludesAndOtherTypesStayOut() throws Exception {
    Artifact runtime = dependency("org.ioproc:ioproc-runtime");
    dependency("net.java.dev.jna:jna");
    mojo.dependencies.add(Artifacts.notOnClassPath("com.example:pictures", new File("p.zip")));
    mojo.excludes = List.of("net.java.dev.jna:*");

    assertThat(mojo.request().classPath()).containsExactly(runtime.getFile().toPath());
  }

  @ParameterizedTest
  @CsvSource({
    "a.b:c,      a.b:c, true",
    "a.b:c,      a.b:cd, false",
    "a.b:c,      axb:c, false",
    "a.b:c*,     a.b:cd, true",
    "a.b:*,      a.b.c:d, false",
    "a.*:*,      a.b.c:d, true",
    "*:c,        a.b:c, true",
    "*:*,        a.b:c, true"
  })
  void patterns(String pattern, String artifact, boolean isMatch) throws Exception {
    DependencyPatterns patterns = DependencyPatterns.of(List.of("none:none", pattern));

    assertThat(patterns.match(Artifacts.of(artifact, JAR.toFile()))).isEqualTo(isMatch);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,       -,    ''",
        "Example, -,    Copyright Example",
        "Example, 2024, Copyright 2024 Example",
        "-,       2024, ''"
      })
  void copyrightOfTheOrganization(String organization, String year, String copyright)
      throws Exception {
    mojo.organization = organization;
    mojo.inceptionYear = year;

    assertThat(mojo.request().copyright()).isEqualTo(copyright);
  }

  @Test
  void excludeWithoutColon() {
    mojo.excludes = List.of("jna");

    assertThat(failure())
        .isEqualTo(
            "An exclude must be \"groupId:artifactId\", for example \"net.java.dev.jna:jna\", but"
                + " is \"jna\".");
  }

  @Test
  void unknownLayout() {
    mojo.layout = "one file";

    assertThat(failure())
        .isEqualTo(
            "The parameter \"layout\" must be one of one-file, folder, but is \"one file\".");
  }

  @Test
  void unknownArchitecture() {
    mojo.architectures = List.of("x64", "amd64");

    assertThat(failure())
        .isEqualTo(
            "The parameter \"architectures\" must be one of x64, x86, arm64, but is \"amd64\".");
  }

  @Test
  void unknownWay() {
    mojo.java = "outside";

    assertThat(failure())
        .isEqualTo(
            "The parameter \"java\" must be one of auto, inside, beside, but is \"outside\".");
  }

  @Test
  void beforePackage() {
    mojo.artifact.setFile(null);

    assertThat(failure()).contains("mvn package ioproc:wrap");
  }

  @Test
  void afterCompileAlone() throws Exception {
    mojo.artifact.setFile(Files.createDirectory(folder.resolve("classes")).toFile());

    assertThat(failure()).contains("mvn package ioproc:wrap");
  }

  @Test
  void toolsProblemWithoutItsStack() {
    mojo.artifact.setFile(folder.resolve("missing.jar").toFile());

    MojoFailureException failure = assertThrows(MojoFailureException.class, mojo::execute);
    assertThat(failure).hasMessageThat().contains("missing.jar");
    assertThat(failure).hasCauseThat().isNull();
  }

  @Test
  void skippedOrWithoutJar() throws Exception {
    mojo.artifact.setFile(null);
    mojo.skip = true;
    mojo.execute();

    mojo.skip = false;
    mojo.packaging = "pom";
    mojo.execute();
  }

  private String failure() {
    return assertThrows(MojoFailureException.class, mojo::execute).getMessage();
  }

  private Artifact dependency(String name) {
    Artifact artifact = Artifacts.of(name, new File(name.split(":", 2)[1] + ".jar"));
    mojo.dependencies.add(artifact);
    return artifact;
  }
}
