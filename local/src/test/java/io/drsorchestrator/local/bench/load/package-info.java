/** What a load counts is what there is. */
@NullMarked
package io.drsorchestrator.local.bench.load;

import org.jspecify.annotations.NullMarked;
