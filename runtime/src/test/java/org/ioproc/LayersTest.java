package org.ioproc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Held;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.transport.NativeMemory;

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

  /**
   * A buffer whose address has been taken may be freed under it. Those that take one keep the
   * buffer for as long: Held for a call, the others as long as they live.
   */
  @ArchTest
  static final ArchRule addressesAreLentAndNotGivenAway =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Held.class, MmioInfo.class)
          .and()
          .haveNameNotMatching("org\\.ioproc\\.internal\\.embedded\\.(Window|MemoryFile)")
          .should()
          .callMethod(NativeMemory.class, "address", ByteBuffer.class);

  /**
   * All messages of the embedded manager leave it through Storage, which holds what they lead to.
   */
  @ArchTest
  static final ArchRule structuresAreLentAndNotGivenAway =
      noClassesButThoseThatHold().should().callMethod(MmioInfo.class, "address");

  /** Where a fence is needed, an address has been taken the wrong way. */
  @ArchTest
  static final ArchRule nothingIsHeldElsewhere =
      noClassesButThoseThatHold()
          .should()
          .callMethod(Reference.class, "reachabilityFence", Object.class);

  /** But for the host, which is told by name what to load. */
  @ArchTest
  static final ArchRule nothingIsDoneByReflection =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.ioproc.glue.WrapperEntry")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect");

  private static GivenClassesConjunction noClassesButThoseThatHold() {
    return noClasses()
        .that()
        .doNotBelongToAnyOf(Held.class)
        .and()
        .doNotHaveFullyQualifiedName("org.ioproc.internal.embedded.Storage");
  }
}
