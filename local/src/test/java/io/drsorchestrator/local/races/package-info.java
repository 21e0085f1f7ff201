/**
 * Races: several callers of the real handler over a real store, interleaved call by call. One seed
 * is one interleaving; what it leaves behind is judged by raw items and answers alone.
 */
@NullMarked
package io.drsorchestrator.local.races;

import org.jspecify.annotations.NullMarked;
