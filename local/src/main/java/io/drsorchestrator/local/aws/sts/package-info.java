/** AWS STS: access keys that belong to the account of the role that is assumed. */
@NullMarked
package io.drsorchestrator.local.aws.sts;

import org.jspecify.annotations.NullMarked;
