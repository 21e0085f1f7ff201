/** Makes the deployed jar small: of the SDK's clients, only the operations that are called stay. */
@NullMarked
package io.drsorchestrator.packaging;

import org.jspecify.annotations.NullMarked;
