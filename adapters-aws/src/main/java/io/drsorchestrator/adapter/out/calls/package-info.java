/** The calls that polls make to AWS: counted, bounded in time and made at the same time. */
@NullMarked
package io.drsorchestrator.adapter.out.calls;

import org.jspecify.annotations.NullMarked;
