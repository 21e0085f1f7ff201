/** Telling people what happens to an execution. */
@NullMarked
package io.drsorchestrator.application.notification;

import org.jspecify.annotations.NullMarked;
