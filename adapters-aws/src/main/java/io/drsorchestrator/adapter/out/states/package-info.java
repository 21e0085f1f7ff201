/** AWS Step Functions: the workflows that drive executions. */
@NullMarked
package io.drsorchestrator.adapter.out.states;

import org.jspecify.annotations.NullMarked;
