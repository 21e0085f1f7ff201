/** Narrows jars that are compiled for the purpose. */
@NullMarked
package io.drsorchestrator.packaging;

import org.jspecify.annotations.NullMarked;
