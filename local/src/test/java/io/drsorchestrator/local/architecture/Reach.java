package io.drsorchestrator.local.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that may be called from some methods on: a call of an interface may reach each class
 * that implements it, and a lambda is taken to be called where it is written.
 */
final class Reach {

  private Reach() {}

  static Set<JavaAccess<?>> from(Stream<? extends JavaCodeUnit> starts) {
    var seen = new LinkedHashSet<JavaCodeUnit>();
    var todo = new ArrayDeque<JavaCodeUnit>();
    var accesses = new LinkedHashSet<JavaAccess<?>>();
    starts.forEach(todo::add);
    while (!todo.isEmpty()) {
      var unit = todo.remove();
      if (seen.add(unit)) {
        accesses.addAll(unit.getAccessesFromSelf());
        unit.getAccessesFromSelf().stream().flatMap(Reach::targets).forEach(todo::add);
      }
    }
    return accesses;
  }

  private static Stream<JavaCodeUnit> targets(JavaAccess<?> access) {
    var member = access.getTarget().resolveMember().orElse(null);
    if (member instanceof JavaMethod method) {
      return Stream.concat(Stream.of(method), overriding(access.getTargetOwner(), method));
    }
    return member instanceof JavaCodeUnit unit ? Stream.of(unit) : Stream.empty();
  }

  private static Stream<JavaMethod> overriding(JavaClass owner, JavaMethod method) {
    return owner.getAllSubclasses().stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(other -> other.getName().equals(method.getName()))
        .filter(other -> other.getParameters().size() == method.getParameters().size());
  }
}
