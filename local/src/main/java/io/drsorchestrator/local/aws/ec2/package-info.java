/** EC2's DescribeInstances over the recovery instances of the DRS emulator. */
@NullMarked
package io.drsorchestrator.local.aws.ec2;

import org.jspecify.annotations.NullMarked;
