package org.ioproc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Held;
import org.ioproc.internal.transport.NativeMemory;

/** Tests which packages may use which. */
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

  @ArchTest
  static final ArchRule flightRecorderStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ioproc.internal.flight")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.jfr..");

  /**
   * A package may use only packages above it in this list, and not always all of them. On some
   * class paths of the tests there are also the processor and the wrapper tool.
   */
  @ArchTest
  static final ArchRule floors =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("text")
          .definedBy("org.ioproc.internal.text")
          .layer("api")
          .definedBy("org.ioproc")
          .layer("transport")
          .definedBy("org.ioproc.internal.transport")
          .layer("mmsystem")
          .definedBy("org.ioproc.internal.mmsystem")
          .layer("winmm")
          .definedBy("org.ioproc.internal.winmm")
          .layer("embedded")
          .definedBy("org.ioproc.internal.embedded")
          .layer("flight")
          .definedBy("org.ioproc.internal.flight")
          .layer("glue")
          .definedBy("org.ioproc.glue")
          .layer("declared")
          .definedBy("org.ioproc.internal.declared")
          .layer("beside")
          .definedBy("org.ioproc.internal.beside")
          .layer("mmio")
          .definedBy("org.ioproc.mmio")
          .layer("timeline")
          .definedBy("org.ioproc.internal.timeline")
          .layer("testing")
          .definedBy("org.ioproc.testing")
          .layer("doctor")
          .definedBy("org.ioproc.doctor")
          .whereLayer("text")
          .mayNotAccessAnyLayer()
          .whereLayer("api")
          .mayOnlyAccessLayers("text")
          .whereLayer("transport")
          .mayOnlyAccessLayers("text", "api")
          .whereLayer("mmsystem")
          .mayOnlyAccessLayers("text", "api", "transport")
          .whereLayer("winmm")
          .mayOnlyAccessLayers("text", "api", "transport", "mmsystem")
          .whereLayer("embedded")
          .mayOnlyAccessLayers("text", "api", "transport", "mmsystem")
          .whereLayer("flight")
          .mayOnlyAccessLayers("api")
          .whereLayer("glue")
          .mayOnlyAccessLayers("text", "api", "transport", "mmsystem", "flight")
          .whereLayer("declared")
          .mayOnlyAccessLayers("text", "api", "glue")
          .whereLayer("beside")
          .mayOnlyAccessLayers("text", "api", "transport", "mmsystem", "glue")
          .whereLayer("mmio")
          .mayOnlyBeAccessedByLayers("doctor", "testing")
          .whereLayer("timeline")
          .mayOnlyAccessLayers("text", "api")
          .whereLayer("doctor")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("testing")
          .mayNotBeAccessedByAnyLayer()
          .ensureAllClassesAreContainedInArchitectureIgnoring(
              "org.ioproc.processor..", "org.ioproc.wrapper..");

  /** The pattern begins at {@code org}, because a longer one would leave out org.ioproc itself. */
  @ArchTest
  static final ArchRule noPackagesFormACycle =
      slices().matching("org.(**)").should().beFreeOfCycles();

  /**
   * Memory is freed with its buffer, even if native code still has the address. The classes that
   * take addresses hold the buffer: Held for a call, the others for as long as they live. Access to
   * memory may pass a call on to another.
   */
  @ArchTest
  static final ArchRule addressesAreLentAndNotGivenAway =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Held.class, MmioInfo.class)
          .and()
          .doNotHaveFullyQualifiedName("org.ioproc.internal.embedded.BufferMemory")
          .and()
          .areNotAssignableTo(NativeMemory.class)
          .should()
          .callMethod(NativeMemory.class, "address", ByteBuffer.class);

  /**
   * Storage sends all messages of the embedded manager, and holds the memory that they refer to.
   */
  @ArchTest
  static final ArchRule structuresAreLentAndNotGivenAway =
      noClassesExceptThoseThatHold().should().callMethod(MmioInfo.class, "address");

  /** A fence elsewhere would mean that an address was not taken through Held. */
  @ArchTest
  static final ArchRule nothingIsHeldElsewhere =
      noClassesExceptThoseThatHold()
          .should()
          .callMethod(Reference.class, "reachabilityFence", Object.class);

  @ArchTest
  static final ArchRule nothingUsesReflection =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect");

  private static GivenClassesConjunction noClassesExceptThoseThatHold() {
    return noClasses()
        .that()
        .doNotBelongToAnyOf(Held.class, MmioInfo.class)
        .and()
        .doNotHaveFullyQualifiedName("org.ioproc.internal.embedded.Storage");
  }
}
