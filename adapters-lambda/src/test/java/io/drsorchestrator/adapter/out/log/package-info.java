/** The log of the function. */
@NullMarked
package io.drsorchestrator.adapter.out.log;

import org.jspecify.annotations.NullMarked;
