/** The log of a handler that runs in this process. */
@NullMarked
package io.drsorchestrator.local.log;

import org.jspecify.annotations.NullMarked;
