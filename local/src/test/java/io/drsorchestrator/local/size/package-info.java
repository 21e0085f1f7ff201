/** The largest execution, as the real adapter writes it. */
@NullMarked
package io.drsorchestrator.local.size;

import org.jspecify.annotations.NullMarked;
