/** Recovery instances: which are an execution's own, terminating them, and what their jobs log. */
@NullMarked
package io.drsorchestrator.application.instances;

import org.jspecify.annotations.NullMarked;
