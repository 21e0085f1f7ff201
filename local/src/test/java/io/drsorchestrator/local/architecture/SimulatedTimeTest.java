package io.drsorchestrator.local.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/** The simulators live by the clock and the seed that they are given. */
@AnalyzeClasses(
    packages = "io.drsorchestrator",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
class SimulatedTimeTest {

  private static final String LOCAL = "io.drsorchestrator.local.";

  @ArchTest
  static final ArchRule simulators_read_neither_clock_nor_chance_nor_settings =
      noClasses()
          .that()
          .resideInAnyPackage(LOCAL + "aws..", LOCAL + "asl..", LOCAL + "stepfunctions..")
          .should()
          .accessTargetWhere(describe("read the world", SimulatedTimeTest::readsTheWorld))
          .because("a run in virtual time, from a seed, is the same run every time");

  private static boolean readsTheWorld(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    var name = access.getTarget().getName();
    return (owner.getPackageName().equals("java.time") && name.equals("now"))
        || (owner.isAssignableTo(InstantSource.class) && name.startsWith("system"))
        || isUnseeded(access)
        || name.equals("randomUUID")
        || (owner.isEquivalentTo(Math.class) && name.equals("random"))
        || (owner.isEquivalentTo(System.class)
            && Set.of("getenv", "getProperty", "currentTimeMillis", "nanoTime").contains(name));
  }

  private static boolean isUnseeded(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    return (owner.isAssignableTo(Random.class) || owner.isEquivalentTo(SplittableRandom.class))
        && access.getTarget().getFullName().endsWith("<init>()");
  }
}
