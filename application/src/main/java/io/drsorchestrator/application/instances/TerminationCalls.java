package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.instances.Termination.ErrorType;
import io.drsorchestrator.application.instances.Termination.Failed;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.RecoveryInstances.Refused;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * The calls that terminate instances of one account and Region. DRS refuses a whole call for one
 * busy or vanished instance, so that the rest is called for again without it, in few calls: each of
 * them that succeeds is a job, and DRS runs 20 at a time.
 */
final class TerminationCalls {

  private static final int INSTANCES_IN_A_CALL = 100;
  private static final int EXTRA_CALLS = 20;

  private final RecoveryInstances instances;
  private final DrsScope scope;
  private final TerminationRecord record;
  private int extraCalls = EXTRA_CALLS;

  TerminationCalls(RecoveryInstances instances, DrsScope scope, TerminationRecord record) {
    this.instances = instances;
    this.scope = scope;
    this.record = record;
  }

  /** A chunk that fails does not keep the others from being terminated. */
  Termination terminate(Vector<OwnInstance> all) {
    return all.grouped(INSTANCES_IN_A_CALL)
        .map(chunk -> call(chunk, refused -> around(chunk, refused)))
        .foldLeft(Termination.NOTHING, Termination::and);
  }

  private Termination call(Vector<OwnInstance> some, Function<Refused, Termination> whenRefused) {
    try {
      var ids = some.map(own -> own.instance().recoveryInstanceId());
      return instances.terminate(scope, ids).fold(whenRefused, job -> started(job, some));
    } catch (AwsUnavailableException silence) {
      return afterSilence(some, silence);
    } catch (AwsRefusedException refusal) {
      return Termination.failures(some.map(own -> Failed.by(refusal, own, ErrorType.REFUSED)));
    }
  }

  private Termination started(JobView job, Vector<OwnInstance> some) {
    return recorded(job, some.size()).and(Termination.started(job, some));
  }

  private Termination recorded(JobView job, int servers) {
    record.add(job, scope.region(), servers);
    return Termination.job(job, scope.region());
  }

  /**
   * DRS may have started the job all the same, and nobody has learnt its id: it is the one that
   * names our instances. Where none does, the operator asks again, and what was started after all
   * is met as a conflict then.
   */
  private Termination afterSilence(Vector<OwnInstance> some, AwsUnavailableException silence) {
    var jobs = activeJobs();
    var parts = some.partition(own -> terminating(own, jobs).isDefined());
    var begun = parts._1.groupBy(own -> terminating(own, jobs).get());
    return begun
        .foldLeft(Termination.NOTHING, (all, job) -> all.and(started(job._1, job._2)))
        .and(
            Termination.failures(
                parts._2.map(own -> Failed.by(silence, own, ErrorType.UNAVAILABLE))));
  }

  /** Once more without those that DRS is busy with; if it does not tell which, by halves. */
  private Termination around(Vector<OwnInstance> chunk, Refused refused) {
    if (refused.why() != Refused.Why.CONFLICT) {
      return split(chunk, refused);
    }
    var jobs = activeJobs();
    var parts = chunk.partition(own -> isBusy(own, jobs));
    if (parts._1.isEmpty()) {
      return split(chunk, refused);
    }
    var busy = busy(parts._1, jobs);
    return parts._2.isEmpty() ? busy : busy.and(call(parts._2, again -> split(parts._2, again)));
  }

  /**
   * Somebody else's click, or an earlier one that died before it could record its job: the job is
   * on record from now on, and whoever asked can watch it.
   */
  private Termination busy(Vector<OwnInstance> some, Vector<JobView> jobs) {
    return some.flatMap(own -> terminating(own, jobs))
        .distinctBy(JobView::id)
        .map(job -> recorded(job, job.servers().size()))
        .foldLeft(conflicts(some), Termination::and);
  }

  private Termination split(Vector<OwnInstance> some, Refused refused) {
    if (some.size() == 1) {
      return single(some, refused);
    }
    if (extraCalls < 2 || refused.why() == Refused.Why.QUOTA) {
      return refused(some, refused);
    }
    extraCalls -= 2;
    var halves = some.splitAt(some.size() / 2);
    return call(halves._1, again -> split(halves._1, again))
        .and(call(halves._2, again -> split(halves._2, again)));
  }

  private static Termination single(Vector<OwnInstance> one, Refused refused) {
    return refused.why() == Refused.Why.CONFLICT ? conflicts(one) : refused(one, refused);
  }

  private static Termination conflicts(Vector<OwnInstance> some) {
    return Termination.failures(
        some.map(
            own -> Failed.of(own, "Already terminated or being processed", ErrorType.CONFLICT)));
  }

  /** It is not known to be true of each of them: that is not called a conflict. */
  private static Termination refused(Vector<OwnInstance> some, Refused refused) {
    var type = refused.why() == Refused.Why.QUOTA ? ErrorType.QUOTA_EXCEEDED : ErrorType.REFUSED;
    return Termination.failures(some.map(own -> Failed.of(own, refused.reason(), type)));
  }

  private static boolean isBusy(OwnInstance own, Vector<JobView> jobs) {
    return own.instance().state().equals("SHUTTING-DOWN")
        || jobs.flatMap(JobView::servers).exists(server -> server.server().equals(own.server()));
  }

  private static Option<JobView> terminating(OwnInstance own, Vector<JobView> jobs) {
    return jobs.filter(JobView::isTermination)
        .find(
            job ->
                job.servers()
                    .flatMap(server -> server.instanceId())
                    .exists(own.instance()::isNamed));
  }

  /** None if DRS does not tell: then it is found out call by call. */
  private Vector<JobView> activeJobs() {
    try {
      return instances.activeJobs(scope, record.since());
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return Vector.empty();
    }
  }
}
