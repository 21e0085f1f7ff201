/** Many executions at once through the whole local system, and whether all of them end right. */
@NullMarked
package io.drsorchestrator.local.bench.load;

import org.jspecify.annotations.NullMarked;
