package io.drsorchestrator.packaging;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Everything that code names: classes, those in texts and frames included, and the methods of
 * clients that it calls or hands on. It is a remapper that maps nothing, because those see all.
 */
final class References extends Remapper {

  private final Set<String> classes = new HashSet<>();
  private final Set<Member> operations = new HashSet<>();

  References() {
    super(Opcodes.ASM9);
  }

  /** What the class names. */
  static References of(byte[] classFile) {
    var references = new References();
    new ClassReader(classFile).accept(references.visitor(), 0);
    return references;
  }

  /** Sees to it that what is visited is known here. */
  ClassVisitor visitor() {
    return new ClassRemapper(new Nowhere(), this);
  }

  Set<String> classes() {
    return classes;
  }

  Set<Member> operations() {
    return operations;
  }

  @Override
  public String map(String internalName) {
    classes.add(internalName);
    return internalName;
  }

  /** Without an owner it is the method itself that is read, and is not called by that. */
  @Override
  public String mapMethodName(@Nullable String owner, String name, String descriptor) {
    if (owner != null && SdkNames.isClient(owner)) {
      operations.add(new Member(name, descriptor));
    }
    return name;
  }

  /** A text may be the name of a class that is loaded by it. */
  @Override
  public Object mapValue(Object value) {
    if (value instanceof String text) {
      classes.add(text.replace('.', '/'));
    }
    return super.mapValue(value);
  }
}
