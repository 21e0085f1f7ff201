package io.drsorchestrator.local.cfn;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The actions of IAM that the adapters' calls of the AWS SDK need, read off their bytecode. */
final class SdkCalls {

  private static final String SDK = "software\\.amazon\\.awssdk\\.services\\.(\\w+)";

  /** A method of a client, also where it is only referred to, or of its paginator. */
  private static final Pattern CLIENT = Pattern.compile(SDK + "\\.\\w+Client");

  private static final Pattern PAGINATOR = Pattern.compile(SDK + "\\.paginators\\.(\\w+)Iterable");

  /** What a transaction is made of is what it needs; the call itself is no action. */
  private static final Pattern TRANSACTION =
      Pattern.compile(SDK + "\\.model\\.TransactWriteItem\\$Builder");

  private static final Map<String, String> IN_TRANSACTION =
      Map.of(
          "put", "PutItem",
          "update", "UpdateItem",
          "delete", "DeleteItem",
          "conditionCheck", "ConditionCheckItem");

  private static final Map<String, String> PREFIXES = Map.of("sfn", "states");

  /** Methods of a client that are no operations. */
  private static final Set<String> NO_OPERATIONS =
      Set.of("builder", "create", "close", "serviceName", "serviceClientConfiguration");

  private static final Set<String> TRANSACTIONS = Set.of("transactWriteItems", "transactGetItems");

  private static final JavaClasses ADAPTERS =
      imported("io.drsorchestrator.adapter.out", "io.drsorchestrator.bootstrap");

  private SdkCalls() {}

  static Set<String> ofAdapters() {
    return ADAPTERS.stream()
        .flatMap(SdkCalls::actions)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What {@code type} calls, itself or through those of its package that it uses. */
  static Set<String> through(String type) {
    var reached = new TreeSet<String>();
    reach(ADAPTERS.get(type), reached);
    return reached.stream()
        .flatMap(name -> actions(ADAPTERS.get(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void reach(JavaClass type, Set<String> reached) {
    if (reached.add(type.getName())) {
      type.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(target -> target.getPackageName().equals(type.getPackageName()))
          .filter(target -> ADAPTERS.contain(target.getName()))
          .forEach(target -> reach(ADAPTERS.get(target.getName()), reached));
    }
  }

  /** Names are enough: the thousands of classes of the SDK are not read for them. */
  private static JavaClasses imported(String... packages) {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages(packages);
        });
  }

  private static Stream<String> actions(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .map(JavaAccess::getTarget)
        .flatMap(SdkCalls::actions);
  }

  private static Stream<String> actions(AccessTarget target) {
    var owner = target.getOwner().getName();
    var name = target.getName();
    return Stream.of(
            matched(TRANSACTION, owner)
                .flatMap(
                    m ->
                        Optional.ofNullable(IN_TRANSACTION.get(name)).map(part -> action(m, part))),
            matched(PAGINATOR, owner).map(m -> action(m, m.group(2))),
            matched(CLIENT, owner)
                .filter(m -> !NO_OPERATIONS.contains(name) && !TRANSACTIONS.contains(name))
                .map(m -> action(m, operation(name))),
            Optional.of(owner)
                .filter(o -> o.endsWith(".StsAssumeRoleCredentialsProvider"))
                .map(o -> "sts:AssumeRole"))
        .flatMap(Optional::stream);
  }

  private static Optional<Matcher> matched(Pattern pattern, String name) {
    return Optional.of(pattern.matcher(name)).filter(Matcher::matches);
  }

  private static String operation(String method) {
    var name = method.replaceAll("Paginator$", "");
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String action(Matcher service, String operation) {
    var prefix = service.group(1);
    return PREFIXES.getOrDefault(prefix, prefix) + ":" + operation;
  }
}
