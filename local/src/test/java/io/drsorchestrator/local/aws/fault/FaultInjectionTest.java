package io.drsorchestrator.local.aws.fault;

import static io.drsorchestrator.local.aws.RunningAws.targets;
import static io.drsorchestrator.local.aws.Servers.id;
import static io.drsorchestrator.local.aws.Servers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.InternalServerException;
import software.amazon.awssdk.services.drs.model.LaunchStatus;
import software.amazon.awssdk.services.drs.model.ParticipatingServer;
import software.amazon.awssdk.services.drs.model.ThrottlingException;
import software.amazon.awssdk.services.drs.model.UninitializedAccountException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class FaultInjectionTest {

  private static final Optional<String> NO_CODE = Optional.empty();
  private static final Effect THROTTLE = new Effect.Throttle(Optional.empty());

  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final RunningAws aws =
      RunningAws.with(b -> b.sourceServers(Servers.upTo(2)).pause(pauses::add));
  private final DrsClient drs = aws.drs();

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void drs_throttles_with_429_and_retry_after() {
    inject(Fault.on("drs", "DescribeJobs", new Effect.Throttle(Optional.of(7))));

    var refusal = catchThrowableOfType(ThrottlingException.class, this::describeJobs);

    assertThat(refusal.statusCode()).isEqualTo(429);
    assertThat(refusal.isThrottlingException()).isTrue();
    assertThat(refusal.retryAfterSeconds()).isEqualTo("7");
    assertThat(refusal.serviceCode()).isEqualTo("drs");
    inject(Fault.on("drs", "DescribeSourceServers", THROTTLE));
    assertThatThrownBy(() -> drs.describeSourceServers(r -> {}))
        .isInstanceOfSatisfying(
            ThrottlingException.class, without -> assertThat(without.retryAfterSeconds()).isNull());
  }

  @Test
  void ec2_throttles_with_request_limit_exceeded() {
    inject(Fault.on("ec2", "DescribeInstances", THROTTLE));

    var refusal =
        catchThrowableOfType(Ec2Exception.class, () -> aws.ec2().describeInstances(r -> {}));

    assertThat(refusal.statusCode()).isEqualTo(503);
    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("RequestLimitExceeded");
    assertThat(refusal.isThrottlingException()).isTrue();
  }

  @Test
  void a_fault_can_be_about_later_pages_only() {
    inject(
        new Fault(
            new CallPattern(
                "drs", "DescribeSourceServers", Optional.empty(), Optional.empty(), true),
            Occurrence.ALWAYS,
            Duration.ZERO,
            THROTTLE));

    var first = drs.describeSourceServers(r -> r.maxResults(1));
    assertThat(first.items()).hasSize(1);
    assertThatThrownBy(
            () -> drs.describeSourceServers(r -> r.maxResults(1).nextToken(first.nextToken())))
        .isInstanceOf(ThrottlingException.class);
  }

  @Test
  void an_error_has_no_effect() {
    inject(Fault.on("drs", "StartRecovery", new Effect.Fail(NO_CODE, Optional.empty())));

    assertThatThrownBy(() -> aws.start(id(1)))
        .isInstanceOfSatisfying(
            InternalServerException.class,
            refusal -> assertThat(refusal.statusCode()).isEqualTo(500));
    assertThat(aws.aws().jobs()).isEmpty();
    assertThat(aws.aws().startRecoveryCalls()).isEqualTo(1);
  }

  @Test
  void any_error_can_be_named() {
    inject(
        Fault.on(
            "drs",
            CallPattern.ANY,
            new Effect.Fail(Optional.of("UninitializedAccountException"), Optional.empty())));

    assertThatThrownBy(this::describeJobs).isInstanceOf(UninitializedAccountException.class);
  }

  @Test
  void ec2_can_be_down_while_drs_works() {
    inject(
        Fault.on(
            "ec2", CallPattern.ANY, new Effect.Fail(Optional.of("Unavailable"), Optional.empty())));

    assertThatThrownBy(() -> aws.ec2().describeInstances(r -> {}))
        .isInstanceOfSatisfying(
            Ec2Exception.class,
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(503);
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("Unavailable");
            });
    assertThatCode(this::describeJobs).doesNotThrowAnyException();
  }

  @Test
  void a_lost_answer_has_had_its_effect() {
    inject(Fault.on("drs", "StartRecovery", new Effect.LoseAnswer(NO_CODE)).times(1));

    assertThatThrownBy(() -> aws.start(id(1))).isInstanceOf(SdkClientException.class);
    assertThat(aws.aws().jobs()).hasSize(1);
    assertThat(aws.aws().startRecoveryCalls()).isEqualTo(1);
  }

  @Test
  void a_lost_answer_on_a_kept_connection_is_not_asked_for_twice() {
    DrsClient reused = aws.drs();
    reused.describeJobs(r -> {});
    inject(Fault.on("drs", "StartRecovery", new Effect.LoseAnswer(NO_CODE)).times(1));

    assertThatThrownBy(() -> reused.startRecovery(r -> r.sourceServers(targets(ids(1)))))
        .isInstanceOf(SdkClientException.class);
    assertThat(aws.aws().startRecoveryCalls()).isEqualTo(1);
  }

  @Test
  void a_lost_answer_may_look_like_a_server_error() {
    inject(
        Fault.on(
            "drs", "StartRecovery", new Effect.LoseAnswer(Optional.of("InternalServerException"))));

    assertThatThrownBy(() -> aws.start(id(1))).isInstanceOf(InternalServerException.class);
    assertThat(aws.aws().jobs()).hasSize(1);
  }

  @Test
  void a_broken_connection_has_had_no_effect() {
    inject(Fault.on("drs", "StartRecovery", new Effect.Disconnect()));

    assertThatThrownBy(() -> aws.start(id(1))).isInstanceOf(SdkClientException.class);
    assertThat(aws.aws().jobs()).isEmpty();
  }

  @Test
  void an_unknown_enum_value_reaches_the_client() {
    String jobId = aws.start(id(1)).jobID();
    aws.passSeconds(600);
    inject(Fault.on("drs", "DescribeJobs", new Effect.UnknownEnum(Set.of("launchStatus"))));

    ParticipatingServer server = aws.participant(jobId, id(1));

    assertThat(server.launchStatus()).isEqualTo(LaunchStatus.UNKNOWN_TO_SDK_VERSION);
    assertThat(server.launchStatusAsString()).isEqualTo("NOT_YET_INVENTED");
    assertThat(server.sourceServerID()).isEqualTo(id(1));
  }

  @Test
  void fields_can_be_missing_in_drs_and_in_ec2() {
    String jobId = aws.start(id(1)).jobID();
    aws.passSeconds(600);
    inject(Fault.on("drs", "DescribeJobs", new Effect.MissingFields(Set.of("launchStatus"))));
    inject(
        Fault.on("ec2", "DescribeInstances", new Effect.MissingFields(Set.of("privateIpAddress"))));

    assertThat(aws.participant(jobId, id(1)).launchStatus()).isNull();
    var instance = aws.ec2().describeInstances(r -> {}).reservations().get(0).instances().get(0);
    assertThat(instance.privateIpAddress()).isNull();
    assertThat(instance.instanceId()).isNotNull();
  }

  @Test
  void a_delayed_call_waits_and_then_works() {
    inject(Fault.on("drs", "DescribeJobs", new Effect.Delay()).delayedBy(Duration.ofSeconds(8)));

    describeJobs();

    assertThat(pauses).containsExactly(Duration.ofSeconds(8));
  }

  @Test
  void a_fault_strikes_after_some_calls_and_so_many_times() {
    inject(Fault.on("drs", "DescribeJobs", THROTTLE).afterCalls(1).times(2));

    assertThat(outcomes(5)).isEqualTo(".xx..");
  }

  @Test
  void a_fault_strikes_within_its_window() {
    inject(
        Fault.on("drs", "DescribeJobs", THROTTLE)
            .between(Duration.ofSeconds(10), Duration.ofSeconds(20)));

    assertThat(outcomes(1)).isEqualTo(".");
    aws.passSeconds(10);
    assertThat(outcomes(2)).isEqualTo("xx");
    aws.passSeconds(10);
    assertThat(outcomes(1)).isEqualTo(".");
  }

  @Test
  void a_probable_fault_strikes_the_same_calls_in_every_run() {
    Fault fault = Fault.on("drs", "DescribeJobs", THROTTLE).withProbability(0.5);
    inject(fault);
    String outcomes = outcomes(40);

    assertThat(outcomes.replace(".", "").length()).isBetween(10, 30);
    try (RunningAws twin = RunningAws.with(b -> b.sourceServers(Servers.upTo(2)))) {
      twin.aws().add(fault);
      assertThat(outcomes(twin.drs(), 40)).isEqualTo(outcomes);
    }
  }

  @Test
  void a_fault_may_be_about_one_region() {
    aws.aws()
        .register(
            Servers.parse("[{'sourceServerId':'" + id(9) + "','name':'w','region':'us-west-2'}]"));
    inject(
        new Fault(
            new CallPattern("drs", "*", Optional.empty(), Optional.of("us-west-2")),
            Occurrence.ALWAYS,
            Duration.ZERO,
            THROTTLE));

    assertThat(outcomes(1)).isEqualTo(".");
    assertThat(outcomes(aws.drs("KEY", Region.US_WEST_2), 1)).isEqualTo("x");
  }

  @Test
  void faults_can_be_ended() {
    inject(Fault.on("drs", "DescribeJobs", THROTTLE));
    assertThat(outcomes(1)).isEqualTo("x");

    aws.aws().clearFaults();

    assertThat(outcomes(1)).isEqualTo(".");
  }

  private void inject(Fault fault) {
    aws.aws().add(fault);
  }

  private void describeJobs() {
    drs.describeJobs(r -> {});
  }

  private String outcomes(int calls) {
    return outcomes(drs, calls);
  }

  private static String outcomes(DrsClient drs, int calls) {
    return IntStream.range(0, calls).mapToObj(n -> outcome(drs)).collect(Collectors.joining());
  }

  private static String outcome(DrsClient drs) {
    try {
      drs.describeJobs(r -> {});
      return ".";
    } catch (ThrottlingException e) {
      return "x";
    }
  }
}
