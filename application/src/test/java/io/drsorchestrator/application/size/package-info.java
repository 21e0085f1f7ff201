/** How large a plan may be. */
@NullMarked
package io.drsorchestrator.application.size;

import org.jspecify.annotations.NullMarked;
