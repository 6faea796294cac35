package org.ioproc.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.ioproc.wrapper.tool.WrapException;
import org.ioproc.wrapper.tool.WrapRequest;
import org.ioproc.wrapper.tool.WrapTool;
import org.ioproc.wrapper.tool.WrittenFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes the wrapper DLLs of the project's I/O procedures for x64, x86 and arm64, with import
 * libraries, a header, a module-definitions file and a README for C programmers. Needs no C
 * compiler.
 *
 * <p>By default the DLLs contain the project's jar and its runtime dependencies. The goal attaches
 * nothing to the project: the folder is what is shipped.
 */
@Mojo(
    name = "wrap",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class WrapMojo extends AbstractMojo {

  /** The project's artifact, whose file is the jar to wrap. */
  @Parameter(defaultValue = "${project.artifact}", readonly = true, required = true)
  Artifact artifact;

  /** The project's dependencies at run time. */
  @Parameter(defaultValue = "${project.artifacts}", readonly = true, required = true)
  Set<Artifact> dependencies;

  /** The project's packaging. */
  @Parameter(defaultValue = "${project.packaging}", readonly = true, required = true)
  String packaging;

  /** The project's resources, which may include module-definitions files. */
  @Parameter(defaultValue = "${project.resources}", readonly = true, required = true)
  List<Resource> resources = List.of();

  /** The year of the copyright's default text. */
  @Parameter(defaultValue = "${project.inceptionYear}", readonly = true)
  @Nullable String inceptionYear;

  /** The holder in the copyright's default text. */
  @Parameter(defaultValue = "${project.organization.name}", readonly = true)
  @Nullable String organization;

  /** The folder that the DLLs and the files beside them are written to. */
  @Parameter(
      property = "ioproc.outputDirectory",
      defaultValue = "${project.build.directory}/wrapper",
      required = true)
  File outputDirectory;

  /**
   * Where the classes go: {@code one-file} puts them into the DLLs, {@code folder} puts the jar
   * beside each DLL and its dependencies into the folder {@code lib} there.
   */
  @Parameter(property = "ioproc.layout", defaultValue = "one-file")
  String layout = "one-file";

  /**
   * The architectures to write, among {@code x64}, {@code x86} and {@code arm64}; if empty, all.
   */
  @Parameter(property = "ioproc.architectures")
  List<String> architectures = List.of();

  /**
   * Where Java runs: {@code inside} the application's process, {@code beside} it in another
   * process, or {@code auto}, which means inside if Java can run there and else beside. The
   * environment variable {@code IOPROC_JAVA} and the DLL's options file override it.
   */
  @Parameter(property = "ioproc.java", defaultValue = "auto")
  String java = "auto";

  /** The names of the libraries to write; if empty, all that the jar declares. */
  @Parameter(property = "ioproc.libraries")
  List<String> libraries = List.of();

  /**
   * Module-definitions files that replace those in the jar: other exported names or ordinals. By
   * default the files {@code META-INF/ioproc/LIBRARY/LIBRARY.def} among the project's resources.
   */
  @Parameter(property = "ioproc.moduleDefinitions")
  List<File> moduleDefinitions = List.of();

  /** The product's name in the DLLs' version information. */
  @Parameter(property = "ioproc.product", defaultValue = "${project.name}")
  @Nullable String product;

  /** The version in the DLLs' version information. */
  @Parameter(property = "ioproc.productVersion", defaultValue = "${project.version}")
  @Nullable String productVersion;

  /** The company's name in the DLLs' version information. */
  @Parameter(property = "ioproc.company", defaultValue = "${project.organization.name}")
  @Nullable String company;

  /**
   * The copyright in the DLLs' version information. By default "Copyright" with the project's
   * inception year and organization, or nothing if the project names no organization.
   */
  @Parameter(property = "ioproc.copyright")
  @Nullable String copyright;

  /** Whether to write the wrappers' C sources and CMake files in place of DLLs. */
  @Parameter(property = "ioproc.sources", defaultValue = "false")
  boolean sources;

  /**
   * The dependencies to leave out, as {@code groupId:artifactId} with {@code *} for any characters,
   * for example {@code net.java.dev.jna:jna}.
   */
  @Parameter(property = "ioproc.excludes")
  List<String> excludes = List.of();

  /** Whether to do nothing. */
  @Parameter(property = "ioproc.skip", defaultValue = "false")
  boolean skip;

  /** Creates the goal; Maven sets its parameters. */
  public WrapMojo() {}

  @Override
  public void execute() throws MojoFailureException {
    if (skip || packaging.equals("pom")) {
      return;
    }
    try {
      for (WrittenFile written : WrapTool.run(request())) {
        getLog().info(written.path() + ", " + written.size() + " bytes");
      }
    } catch (WrapException problem) {
      getLog().debug(problem);
      throw new MojoFailureException(problem.getMessage());
    }
  }

  /** Returns what the tool must do for the project. */
  WrapRequest request() throws MojoFailureException {
    return WrapRequest.of(jar())
        .classPath(classPath())
        .output(outputDirectory.toPath())
        .layout(Choice.layout(layout))
        .architectures(Choice.architectures(architectures))
        .way(Choice.java(java))
        .libraries(libraries)
        .moduleDefinitions(moduleDefinitions())
        .product(orEmpty(product))
        .productVersion(orEmpty(productVersion))
        .company(orEmpty(company))
        .copyright(copyright == null ? defaultCopyright() : copyright)
        .sources(sources)
        .build();
  }

  /** Returns the project's jar. After "compile" alone, the artifact's file is a folder or null. */
  private Path jar() throws MojoFailureException {
    File jar = artifact.getFile();
    if (jar == null || jar.isDirectory()) {
      throw new MojoFailureException(
          "The project has no jar yet: run the goal together with the phase \"package\", for"
              + " example \"mvn package ioproc:wrap\".");
    }
    return jar.toPath();
  }

  private List<Path> moduleDefinitions() {
    return moduleDefinitions.isEmpty()
        ? ResourceDefinitions.find(resources, libraries)
        : moduleDefinitions.stream().map(File::toPath).toList();
  }

  private List<Path> classPath() throws MojoFailureException {
    DependencyPatterns excluded = DependencyPatterns.of(excludes);
    return dependencies.stream()
        .filter(dependency -> dependency.getArtifactHandler().isAddedToClasspath())
        .filter(dependency -> !excluded.match(dependency))
        .map(dependency -> dependency.getFile().toPath())
        .toList();
  }

  private String defaultCopyright() {
    if (organization == null) {
      return "";
    }
    return inceptionYear == null
        ? "Copyright " + organization
        : "Copyright " + inceptionYear + " " + organization;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
