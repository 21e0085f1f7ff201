/** How large an execution may become, and what keeps it below that. */
@NullMarked
package io.drsorchestrator.application.size;

import org.jspecify.annotations.NullMarked;
