package org.ioproc.wrapper.tool;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The tool runs from the processor's jar alone, so it must not need the processor's libraries. */
@AnalyzeClasses(packages = "org.ioproc.wrapper", importOptions = DoNotIncludeTests.class)
class ToolLayersTest {

  private static final String WRAPPER = "org.ioproc.wrapper";

  @ArchTest
  static final ArchRule theToolNeedsOnlyItselfAndJava =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(WRAPPER + "..", "java..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule theToolDoesNotReflect =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect");

  @ArchTest
  static final ArchRule eachPackageUsesThoseBelowIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("tool")
          .definedBy(WRAPPER + ".tool")
          .layer("jar")
          .definedBy(WRAPPER + ".tool.jar")
          .layer("image")
          .definedBy(WRAPPER + ".image")
          .layer("wrapper")
          .definedBy(WRAPPER)
          .whereLayer("tool")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("jar")
          .mayOnlyBeAccessedByLayers("tool")
          .whereLayer("image")
          .mayOnlyBeAccessedByLayers("tool")
          .whereLayer("wrapper")
          .mayOnlyBeAccessedByLayers("tool", "image");

  @ArchTest
  static final ArchRule noPackagesFormACycle =
      slices().matching("org.ioproc.(**)").should().beFreeOfCycles();
}
