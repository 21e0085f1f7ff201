/** Amazon EC2: the instances that servers were recovered to. */
@NullMarked
package io.drsorchestrator.adapter.out.ec2;

import org.jspecify.annotations.NullMarked;
