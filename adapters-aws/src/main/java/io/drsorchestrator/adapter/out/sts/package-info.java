/** AWS STS: credentials of roles in the accounts whose servers are recovered. */
@NullMarked
package io.drsorchestrator.adapter.out.sts;

import org.jspecify.annotations.NullMarked;
