package io.drsorchestrator.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A case of the suite, and the requirements or defects that it is about. */
@Test
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Case {

  /** Numbers of the requirements, such as AC-2.3, or of the known defects, such as D1. */
  String[] value();
}
