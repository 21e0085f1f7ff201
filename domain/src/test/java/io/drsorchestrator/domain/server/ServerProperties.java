package io.drsorchestrator.domain.server;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** I11, fact by fact: a poorer answer never erases, and a launch time never moves. */
class ServerProperties {

  private static final SourceServerId ID = SampleServers.serverId(0, 0);

  @Property
  void every_fact_is_the_latest_that_was_told(
      @ForAll("observations") Vector<ServerObservation> looks) {
    var server = join(looks);

    for (int fact = 0; fact < facts(looks.head()).size(); fact++) {
      int number = fact;
      var told = looks.flatMap(look -> facts(look).get(number));
      assertThat(facts(server).get(number)).isEqualTo(told.lastOption());
    }
  }

  @Property
  void a_launch_time_is_set_by_the_first_look_that_sees_it_launched_and_never_moves(
      @ForAll("observations") Vector<ServerObservation> looks) {
    var times = Vector.rangeClosed(1, looks.size()).map(n -> join(looks.take(n)).launchTime());
    var first = looks.indexWhere(look -> look.launchStatus().isLaunched());

    assertThat(times.filter(Option::isDefined).distinct().size()).isEqualTo(first < 0 ? 0 : 1);
    assertThat(times.indexWhere(Option::isDefined)).isEqualTo(first);
  }

  private static Server join(Vector<ServerObservation> looks) {
    return looks
        .zipWithIndex()
        .foldLeft(
            Server.awaiting(ID),
            (server, look) -> server.join(look._1, NOON.plusSeconds(30L * look._2)));
  }

  private static Vector<Option<String>> facts(Server server) {
    return facts(server.instanceId(), server.source(), server.instance(), server.error());
  }

  private static Vector<Option<String>> facts(ServerObservation look) {
    return facts(look.instanceId(), look.source(), look.instance(), look.error());
  }

  private static Vector<Option<String>> facts(
      Option<String> id, SourceMachine source, RecoveryInstance instance, Option<String> error) {
    return Vector.of(
        id,
        source.name(),
        source.ipAddress(),
        source.instanceId(),
        instance.privateIp(),
        instance.hostname(),
        instance.instanceType(),
        instance.state(),
        error);
  }

  @Provide
  Arbitrary<Vector<ServerObservation>> observations() {
    return observation().list().ofMinSize(1).ofMaxSize(5).map(Vector::ofAll);
  }

  private static Arbitrary<ServerObservation> observation() {
    var source = Combinators.combine(fact(), fact(), fact()).as(SourceMachine::new);
    var instance =
        Combinators.combine(fact(), fact(), fact(), fact(), time()).as(RecoveryInstance::new);
    return Combinators.combine(status(), fact(), source, instance, fact())
        .as(ServerObservation::new);
  }

  private static Arbitrary<LaunchStatus> status() {
    return Arbitraries.of("PENDING", "IN_PROGRESS", "LAUNCHED", "FAILED", "NEW")
        .map(LaunchStatus::new);
  }

  private static Arbitrary<Option<String>> fact() {
    return Arbitraries.of("a", "b", "c").injectNull(0.4).map(Option::of);
  }

  private static Arbitrary<Option<Instant>> time() {
    return Arbitraries.integers()
        .between(1, 900)
        .map(NOON::plusSeconds)
        .injectNull(0.4)
        .map(Option::of);
  }
}
