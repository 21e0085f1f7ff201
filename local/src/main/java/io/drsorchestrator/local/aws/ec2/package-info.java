/** EC2's view of the DRS emulator: recovery instances and launch templates. */
@NullMarked
package io.drsorchestrator.local.aws.ec2;

import org.jspecify.annotations.NullMarked;
