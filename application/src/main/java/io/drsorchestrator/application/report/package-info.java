/** What a recovery took and why: for the people who have to answer for it afterwards. */
@NullMarked
package io.drsorchestrator.application.report;

import org.jspecify.annotations.NullMarked;
