package io.drsorchestrator.local.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Each service of AWS has one place that knows its types, beside the composition root. */
@AnalyzeClasses(
    packages = "io.drsorchestrator",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
class AwsTypesTest {

  private static final String ROOT = "io.drsorchestrator.";
  private static final String OUT = ROOT + "adapter.out.";

  @ArchTest static final ArchRule dynamodb_is_known_to_the_store = knownTo("dynamodb", "dynamodb");

  @ArchTest
  static final ArchRule drs_is_known_to_what_recovers_and_prepares =
      knownTo("drs", "drs", "launch");

  @ArchTest
  static final ArchRule ec2_is_known_to_what_looks_and_prepares = knownTo("ec2", "ec2", "launch");

  @ArchTest static final ArchRule step_functions_is_known_to_workflows = knownTo("sfn", "states");

  @ArchTest static final ArchRule sts_is_known_to_roles = knownTo("sts", "sts");

  @ArchTest static final ArchRule sns_is_known_to_notifications = knownTo("sns", "sns");

  @ArchTest
  static final ArchRule the_runtime_of_lambda_is_the_handlers_business =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "adapter.in.lambda..", ROOT + "local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.amazonaws..")
          .because("whatever calls the use cases otherwise needs no Lambda");

  private static ArchRule knownTo(String service, String... places) {
    var homes =
        Stream.concat(
            Stream.of(places).map(place -> OUT + place + ".."),
            Stream.of(ROOT + "bootstrap..", ROOT + "local.."));
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services." + service + "..")
        .because("how a service spells things ends where its adapter ends");
  }
}
