/** Reading executions as they are stored. */
@NullMarked
package io.drsorchestrator.application.read;

import org.jspecify.annotations.NullMarked;
