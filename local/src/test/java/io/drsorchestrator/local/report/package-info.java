/** The report of a recovery as a page. */
@NullMarked
package io.drsorchestrator.local.report;

import org.jspecify.annotations.NullMarked;
