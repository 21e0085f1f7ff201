package io.drsorchestrator.local.cli;

/** Exit codes of the command line; 64 is EX_USAGE of sysexits.h. */
final class ExitCode {

  static final int COMPLETED = 0;
  static final int INTERNAL = 1;
  static final int NOT_COMPLETED = 2;
  static final int READY = 0;
  static final int BLOCKED = 2;
  static final int VIOLATION = 2;
  static final int USAGE = 64;

  private ExitCode() {}
}
