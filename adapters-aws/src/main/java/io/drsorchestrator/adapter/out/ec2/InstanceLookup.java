package io.drsorchestrator.adapter.out.ec2;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/** Instances by their ids; an id that is not known (yet) is left out. */
@FunctionalInterface
public interface InstanceLookup {

  Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> ids);
}
