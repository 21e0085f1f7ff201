package io.drsorchestrator.application.explorer;

/**
 * What judges remember beside what is stored.
 *
 * @param excused whether something has happened for which an execution may fail, besides what DRS
 *     does with its jobs
 */
record Past(boolean excused) {

  static final Past EXCUSED = new Past(true);
}
