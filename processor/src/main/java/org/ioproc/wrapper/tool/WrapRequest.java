package org.ioproc.wrapper.tool;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ioproc.wrapper.Layout;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.image.Architecture;

/**
 * What the tool must do.
 *
 * @param jar the jar with the procedures
 * @param classPath the jars and class folders that the procedures need, in the order of their
 *     search
 * @param output the folder for the files
 * @param layout the place of the classes
 * @param architectures the architectures of the DLLs
 * @param way where Java runs
 * @param libraries the names of the libraries to write, or empty for all in the jar
 * @param moduleDefinitions module-definitions files, in place of those in the jar
 * @param product the product's name, or empty for the library's name
 * @param productVersion the product's version, or empty for {@code 0.0.0}
 * @param company the company's name, or empty
 * @param copyright the copyright, or empty
 * @param isSources whether to write the C sources instead of DLLs
 */
public record WrapRequest(
    Path jar,
    List<Path> classPath,
    Path output,
    Layout layout,
    Set<Architecture> architectures,
    Way way,
    List<String> libraries,
    List<Path> moduleDefinitions,
    String product,
    String productVersion,
    String company,
    String copyright,
    boolean isSources) {

  /** The folder for the files unless another one is given. */
  public static final Path DEFAULT_OUTPUT = Path.of("wrapper");

  /** Copies the collections. */
  public WrapRequest {
    classPath = List.copyOf(classPath);
    architectures = Set.copyOf(architectures);
    libraries = List.copyOf(libraries);
    moduleDefinitions = List.copyOf(moduleDefinitions);
  }

  /** Returns a builder with the defaults: all libraries and architectures, in one file each. */
  public static Builder of(Path jar) {
    return new Builder(jar);
  }

  /** Collects a request. */
  public static final class Builder {

    private final Path jar;
    private List<Path> classPath = List.of();
    private Path output = DEFAULT_OUTPUT;
    private Layout layout = Layout.ONE_FILE;
    private Set<Architecture> architectures = EnumSet.allOf(Architecture.class);
    private Way way = Way.AUTO;
    private List<String> libraries = List.of();
    private List<Path> moduleDefinitions = List.of();
    private String product = "";
    private String productVersion = "";
    private String company = "";
    private String copyright = "";
    private boolean isSources;

    private Builder(Path jar) {
      this.jar = jar;
    }

    public Builder classPath(List<Path> jarsAndFolders) {
      classPath = jarsAndFolders;
      return this;
    }

    public Builder output(Path folder) {
      output = folder;
      return this;
    }

    public Builder layout(Layout chosen) {
      layout = chosen;
      return this;
    }

    public Builder architectures(Collection<Architecture> chosen) {
      architectures = Set.copyOf(chosen);
      return this;
    }

    public Builder way(Way chosen) {
      way = chosen;
      return this;
    }

    public Builder libraries(List<String> names) {
      libraries = names;
      return this;
    }

    public Builder moduleDefinitions(List<Path> files) {
      moduleDefinitions = files;
      return this;
    }

    public Builder product(String name) {
      product = name;
      return this;
    }

    public Builder productVersion(String version) {
      productVersion = version;
      return this;
    }

    public Builder company(String name) {
      company = name;
      return this;
    }

    public Builder copyright(String text) {
      copyright = text;
      return this;
    }

    public Builder sources(boolean chosen) {
      isSources = chosen;
      return this;
    }

    public WrapRequest build() {
      return new WrapRequest(
          jar,
          classPath,
          output,
          layout,
          architectures,
          way,
          libraries,
          moduleDefinitions,
          product,
          productVersion,
          company,
          copyright,
          isSources);
    }
  }
}
