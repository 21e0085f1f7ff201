/** Deleting executions that have ended (contract 3.13). */
@NullMarked
package io.drsorchestrator.application.delete;

import org.jspecify.annotations.NullMarked;
