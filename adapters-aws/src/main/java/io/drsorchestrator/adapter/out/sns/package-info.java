/** Notifications as messages of SNS. */
@NullMarked
package io.drsorchestrator.adapter.out.sns;

import org.jspecify.annotations.NullMarked;
