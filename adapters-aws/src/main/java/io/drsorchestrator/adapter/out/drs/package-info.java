/** AWS Elastic Disaster Recovery: launch jobs and source servers. */
@NullMarked
package io.drsorchestrator.adapter.out.drs;

import org.jspecify.annotations.NullMarked;
