/** The CloudFormation templates, held against the code, the state machines and the contract. */
@NullMarked
package io.drsorchestrator.local.cfn;

import org.jspecify.annotations.NullMarked;
