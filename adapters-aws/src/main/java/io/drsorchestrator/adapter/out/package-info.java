/** What every adapter to AWS shares: how clients are built, and what their faults mean. */
@NullMarked
package io.drsorchestrator.adapter.out;

import org.jspecify.annotations.NullMarked;
