/** Telling people what happens to an execution, as well as it can be done. */
@NullMarked
package io.drsorchestrator.application.notification;

import org.jspecify.annotations.NullMarked;
