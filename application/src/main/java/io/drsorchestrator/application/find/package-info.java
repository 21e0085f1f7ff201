/** The reconciler that leaves no execution behind. */
@NullMarked
package io.drsorchestrator.application.find;

import org.jspecify.annotations.NullMarked;
