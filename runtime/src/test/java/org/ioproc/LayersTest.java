package org.ioproc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may use whom. */
@AnalyzeClasses(packages = "org.ioproc", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule jnaStaysBehindTransportAndWinmm =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.ioproc.internal.transport", "org.ioproc.internal.winmm")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..");

  /** Its own procedure for ordinary files reports its failures as every procedure in Java does. */
  @ArchTest
  static final ArchRule theEmbeddedManagerKnowsProceduresByTheirAddressesAlone =
      noClasses()
          .that()
          .resideInAPackage("org.ioproc.internal.embedded")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.ioproc\\.glue\\.(?!(IoProcedure|LastFailure)$).*");

  /** But for the host, which is told by name what to load. */
  @ArchTest
  static final ArchRule nothingIsDoneByReflection =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.ioproc.glue.Host")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect");
}
