package io.drsorchestrator.local.simulate.run;

/**
 * The end of an invocation in the middle of its work. No code may take it for an exception and go
 * on; also Vavr's {@code Try} lets an error of the virtual machine pass.
 */
final class Crash extends VirtualMachineError {

  private static final long serialVersionUID = 1;

  Crash(String when) {
    super(when);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
