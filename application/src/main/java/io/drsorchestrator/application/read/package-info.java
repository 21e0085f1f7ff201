/** Reading executions as they are stored, by whatever system. */
@NullMarked
package io.drsorchestrator.application.read;

import org.jspecify.annotations.NullMarked;
