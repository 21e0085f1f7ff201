/** The log of the function: one line of JSON an entry, of which lifecycle events are the point. */
@NullMarked
package io.drsorchestrator.adapter.out.log;

import org.jspecify.annotations.NullMarked;
