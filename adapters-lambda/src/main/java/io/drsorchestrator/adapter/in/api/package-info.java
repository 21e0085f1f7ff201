/** The HTTP API behind API Gateway (contract 3): routes, who may use them, answers. */
@NullMarked
package io.drsorchestrator.adapter.in.api;

import org.jspecify.annotations.NullMarked;
