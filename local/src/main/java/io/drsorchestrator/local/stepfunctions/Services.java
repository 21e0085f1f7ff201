package io.drsorchestrator.local.stepfunctions;

import java.util.random.RandomGenerator;

/** What every execution of one Step Functions shares. */
record Services(
    Account account,
    Turns turns,
    RandomGenerator random,
    Ports ports,
    Directory directory,
    TaskTokens tokens) {
  Ids ids() {
    return new Ids(random);
  }
}
