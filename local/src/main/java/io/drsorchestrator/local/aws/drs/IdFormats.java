package io.drsorchestrator.local.aws.drs;

import java.util.regex.Pattern;

/** What ids look like. */
final class IdFormats {

  static final Pattern SOURCE_SERVER = Pattern.compile("s-[0-9a-zA-Z]{17}");
  static final Pattern RECOVERY_INSTANCE = Pattern.compile("i-[0-9a-fA-F]{8,17}");
  static final Pattern JOB = Pattern.compile("drsjob-[0-9a-zA-Z]{17}");
  static final Pattern SNAPSHOT = Pattern.compile("pit-[0-9a-zA-Z]{17}");
  static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  private IdFormats() {}
}
