package io.drsorchestrator.reuse;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The other handler has the domain jar, Vavr and Java, as any other project would. */
@AnalyzeClasses(packages = {"io.drsorchestrator.reuse", "io.drsorchestrator.domain"})
class ReuseRulesTest {

  @ArchTest
  static final ArchRule the_other_handler_has_the_domain_jar_alone =
      classes()
          .that()
          .resideInAPackage("io.drsorchestrator.reuse")
          .and()
          .haveSimpleNameNotEndingWith("Test")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "io.vavr..", "org.jspecify..")
                  .or(resideInAPackage("io.drsorchestrator.reuse"))
                  .or(
                      resideInAPackage("io.drsorchestrator.domain..")
                          .and(not(describe("of its tests", ReuseRulesTest::isOfTests)))))
          .because("whoever reuses the domain has no more of us than its jar (NFR-4.3)");

  private static boolean isOfTests(JavaClass type) {
    return type.getSource()
        .filter(source -> source.getUri().toString().contains("test-classes"))
        .isPresent();
  }
}
