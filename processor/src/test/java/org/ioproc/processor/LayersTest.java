package org.ioproc.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javax.annotation.processing.Messager;

/** The layers in the data's order: elements, model, checks, then Java files and wrappers. */
@AnalyzeClasses(
    packages = {"org.ioproc.processor", "org.ioproc.wrapper"},
    importOptions = DoNotIncludeTests.class)
class LayersTest {

  private static final String PROCESSOR = "org.ioproc.processor";
  private static final String WRAPPER = "org.ioproc.wrapper";

  @ArchTest
  static final ArchRule eachPackageUsesThoseBelowIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("steps")
          .definedBy(PROCESSOR)
          .layer("java")
          .definedBy(PROCESSOR + ".java")
          .layer("check")
          .definedBy(PROCESSOR + ".check")
          .layer("model")
          .definedBy(PROCESSOR + ".model")
          .layer("wrapper")
          .definedBy(WRAPPER)
          .whereLayer("steps")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("java")
          .mayOnlyBeAccessedByLayers("steps")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("steps")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("steps", "java", "check")
          .whereLayer("wrapper")
          .mayOnlyBeAccessedByLayers("steps", "check");

  @ArchTest
  static final ArchRule noPackagesFormACycle =
      slices().matching("org.ioproc.(**)").should().beFreeOfCycles();

  /** The wrapper's texts come from names alone, so that they can be tested without a compiler. */
  @ArchTest
  static final ArchRule wrappersDoNotKnowTheCompiler =
      classes()
          .that()
          .resideInAPackage(WRAPPER)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              WRAPPER,
              "java.lang",
              "java.lang.invoke",
              "java.util..",
              "java.io",
              "java.nio.charset",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule onlyTheReporterPrints =
      noClasses()
          .that()
          .areNotAssignableTo(Reporter.class)
          .should()
          .accessClassesThat()
          .areAssignableTo(Messager.class);
}
