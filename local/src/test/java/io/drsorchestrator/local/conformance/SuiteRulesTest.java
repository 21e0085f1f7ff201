package io.drsorchestrator.local.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The suite judges from outside. */
@AnalyzeClasses(packages = "io.drsorchestrator.conformance")
class SuiteRulesTest {

  @ArchTest
  static final ArchRule the_suite_knows_no_class_of_what_it_judges =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "com.fasterxml.jackson..", "software.amazon.awssdk..")
                  .or(resideInAnyPackage("org.junit..", "org.assertj..", "org.jspecify.."))
                  .or(resideInAPackage("io.drsorchestrator.conformance")))
          .because("a handler that shares no code with ours must be judged as ours is");
}
