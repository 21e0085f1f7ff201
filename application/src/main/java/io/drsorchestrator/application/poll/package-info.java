/** Polling: it updates waves and can never finish an execution. */
@NullMarked
package io.drsorchestrator.application.poll;

import org.jspecify.annotations.NullMarked;
