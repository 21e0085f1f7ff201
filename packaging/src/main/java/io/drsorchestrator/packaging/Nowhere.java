package io.drsorchestrator.packaging;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Takes a class, methods included, and does nothing with it. */
final class Nowhere extends ClassVisitor {

  Nowhere() {
    super(Opcodes.ASM9);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] thrown) {
    return new MethodVisitor(Opcodes.ASM9) {};
  }
}
