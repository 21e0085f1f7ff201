/** The rules of the architecture, over the classes of all modules. */
@NullMarked
package io.drsorchestrator.local.architecture;

import org.jspecify.annotations.NullMarked;
