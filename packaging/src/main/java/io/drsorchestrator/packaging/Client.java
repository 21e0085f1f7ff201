package io.drsorchestrator.packaging;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A client of the SDK, whose methods are reached one by one. */
final class Client {

  private final byte[] content;
  private final Map<Member, References> waiting = new HashMap<>();
  private final References always = new References();

  Client(byte[] content) {
    this.content = content;
    new ClassReader(content).accept(new Reader(), 0);
  }

  /** What it names without its operations. */
  References always() {
    return always;
  }

  /** What the method names, if it has such a method that was not reached before. */
  @Nullable References reach(Member operation) {
    return waiting.remove(operation);
  }

  /** The class with the methods that were reached, and none else. */
  byte[] narrowed(Predicate<String> classStays) {
    var writer = new ClassWriter(0);
    new ClassReader(content).accept(new Writer(writer, classStays), 0);
    return writer.toByteArray();
  }

  /**
   * Whether it is needed by nobody but who calls it: operations, and the bodies of lambda
   * expressions, which are private.
   */
  private static boolean isOnDemand(int access, String descriptor) {
    var ofLambda = (access & Opcodes.ACC_SYNTHETIC) != 0 && (access & Opcodes.ACC_BRIDGE) == 0;
    return ofLambda || SdkNames.isOperation(descriptor);
  }

  /** Sorts what the methods name. */
  private final class Reader extends ClassVisitor {

    Reader() {
      super(Opcodes.ASM9, always.visitor());
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] thrown) {
      if (!isOnDemand(access, descriptor)) {
        return super.visitMethod(access, name, descriptor, signature, thrown);
      }
      var references = new References();
      waiting.put(new Member(name, descriptor), references);
      return references.visitor().visitMethod(access, name, descriptor, signature, thrown);
    }

    /** A list of every class that is named anywhere: it would reach the parameters of all. */
    @Override
    public void visitInnerClass(
        String name, @Nullable String outer, @Nullable String inner, int access) {}
  }

  /** Leaves out what was not reached. */
  private final class Writer extends ClassVisitor {

    private final Predicate<String> classStays;

    Writer(ClassVisitor next, Predicate<String> classStays) {
      super(Opcodes.ASM9, next);
      this.classStays = classStays;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] thrown) {
      return waiting.containsKey(new Member(name, descriptor))
          ? null
          : super.visitMethod(access, name, descriptor, signature, thrown);
    }

    @Override
    public void visitInnerClass(
        String name, @Nullable String outer, @Nullable String inner, int access) {
      if (classStays.test(name)) {
        super.visitInnerClass(name, outer, inner, access);
      }
    }
  }
}
