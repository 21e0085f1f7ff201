package io.drsorchestrator.adapter.out.ec2;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances.Machine;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/** Machines by the ids of their instances, for people; an id that is not known is left out. */
@FunctionalInterface
public interface MachineLookup {

  Map<String, Machine> machines(DrsScope scope, Vector<String> ids);
}
