/** EC2's launch templates, of which DRS has one for each source server. */
@NullMarked
package io.drsorchestrator.local.aws.template;

import org.jspecify.annotations.NullMarked;
