/**
 * How servers will be launched: the launch configurations of DRS and the launch templates of EC2.
 */
@NullMarked
package io.drsorchestrator.adapter.out.launch;

import org.jspecify.annotations.NullMarked;
