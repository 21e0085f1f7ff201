/** Creating an execution and starting its workflow. */
@NullMarked
package io.drsorchestrator.application.create;

import org.jspecify.annotations.NullMarked;
