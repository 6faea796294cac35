package org.ioproc.processor.java;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import com.squareup.javapoet.WildcardTypeName;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.glue.IoProcProvider;
import org.ioproc.mmio.Mmio;
import org.ioproc.processor.model.CheckedExceptions;
import org.ioproc.processor.model.EnclosingTypes;
import org.ioproc.processor.model.IoProcDeclaration;

/** Writes {@code ZipIoProcInstaller}, with which applications install the procedure. */
public final class InstallerWriter {

  private final GeneratedClasses classes;
  private final CheckedExceptions exceptions;

  public InstallerWriter(GeneratedClasses classes, CheckedExceptions exceptions) {
    this.classes = classes;
    this.exceptions = exceptions;
  }

  // @Generated("org.ioproc.processor.IoProcProcessor")
  // public final class XyzIoProcInstaller {
  //   private XyzIoProcInstaller() {}
  public JavaFile write(IoProcDeclaration declaration) {
    TypeSpec.Builder installer =
        classes
            .builder(declaration, "Installer")
            .addJavadoc("Installs {@link $T}.\n", declaration.name())
            .addModifiers(Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addJavadoc("Prevents instantiation.\n")
                    .addModifiers(Modifier.PRIVATE)
                    .build());
    if (isPublic(declaration.type())) {
      installer.addModifiers(Modifier.PUBLIC);
    }
    if (declaration.constructor().isPresent()) {
      installer.addMethod(installNew(declaration)).addType(provider(declaration));
    }
    installer.addMethod(installGiven(declaration)).addMethod(installWith(declaration));
    return classes.file(declaration, installer.build());
  }

  private static boolean isPublic(TypeElement type) {
    return EnclosingTypes.outward(type).stream()
        .allMatch(outer -> outer.getModifiers().contains(Modifier.PUBLIC));
  }

  // public static InstalledIoProc install() throws MmioException {
  //   return install(new XyzIoProc());
  // }
  private MethodSpec installNew(IoProcDeclaration declaration) {
    List<TypeName> thrown = exceptions.of(declaration);
    MethodSpec.Builder install =
        install("Installs a new {@link $T} with the system's manager.\n", declaration);
    install.addJavadoc(RETURN).addJavadoc(REFUSED);
    for (TypeName exception : thrown) {
      if (!exception.equals(ClassName.get(MmioException.class))) {
        install
            .addException(exception)
            .addJavadoc("@throws $T from the procedure's constructor\n", exception);
      }
    }
    return install.addStatement("return install(new $T())", declaration.name()).build();
  }

  // public static InstalledIoProc install(XyzIoProc procedure) throws MmioException {
  //   return install(Mmio.system(), procedure);
  // }
  private static MethodSpec installGiven(IoProcDeclaration declaration) {
    return install("Installs a {@link $T} with the system's manager.\n", declaration)
        .addJavadoc(PROCEDURE)
        .addJavadoc(RETURN)
        .addJavadoc(REFUSED)
        .addParameter(declaration.name(), "procedure")
        .addStatement("return install($T.system(), procedure)", Mmio.class)
        .build();
  }

  // public static InstalledIoProc install(Mmio mmio, XyzIoProc procedure) throws MmioException {
  //   return mmio.install(new XyzIoProcGlue(procedure));
  // }
  private static MethodSpec installWith(IoProcDeclaration declaration) {
    return install("Installs a {@link $T} with a manager.\n", declaration)
        .addJavadoc("@param mmio the manager\n")
        .addJavadoc(PROCEDURE)
        .addJavadoc(RETURN)
        .addJavadoc(REFUSED)
        .addParameter(Mmio.class, "mmio")
        .addParameter(declaration.name(), "procedure")
        .addStatement("return mmio.install(new $T(procedure))", declaration.generated("Glue"))
        .build();
  }

  private static final CodeBlock PROCEDURE =
      CodeBlock.of("@param procedure the object that opens the files\n");
  private static final CodeBlock RETURN =
      CodeBlock.of(
          "@return the installed procedure; close it to remove it, or ignore it"
              + " to leave it installed\n");
  private static final CodeBlock REFUSED =
      CodeBlock.of("@throws $T if the manager refuses it\n", MmioException.class);

  private static MethodSpec.Builder install(String purpose, IoProcDeclaration declaration) {
    return MethodSpec.methodBuilder("install")
        .addJavadoc(purpose, declaration.name())
        .addJavadoc("\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(InstalledIoProc.class)
        .addException(MmioException.class);
  }

  // public static final class Provider implements IoProcProvider {
  //   public Provider() {}
  private TypeSpec provider(IoProcDeclaration declaration) {
    return TypeSpec.classBuilder(declaration.provider())
        .addJavadoc(
            "Creates a {@link $T} for {@link org.ioproc.mmio.Mmio#installAll()} and for native wrappers.\n",
            declaration.name())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addSuperinterface(IoProcProvider.class)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addJavadoc("Called by {@link java.util.ServiceLoader}.\n")
                .addModifiers(Modifier.PUBLIC)
                .build())
        .addMethod(glue(declaration))
        .build();
  }

  // public IoProcGlue<?> glue() {
  //   return new XyzIoProcGlue(new XyzIoProc());
  // }
  private MethodSpec glue(IoProcDeclaration declaration) {
    return MethodSpec.methodBuilder("glue")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(IoProcGlue.class), WildcardTypeName.subtypeOf(Object.class)))
        .addExceptions(exceptions.of(declaration))
        .addStatement("return new $T(new $T())", declaration.generated("Glue"), declaration.name())
        .build();
  }
}
