/**
 * The catalogue of everything that can have happened, a family of events for each kind of stream.
 *
 * <p>Stored is for ever: {@link org.mingzhang.kernel.event.EventName} gives each record its stored name and version, and
 * a frozen JSON sample of each stands in the test resources. A change of shape is a new version with an upcaster, never
 * an edit. One file per family; the records are nested because sealed families must share a package.
 */
@NullMarked
package org.mingzhang.kernel.event;

import org.jspecify.annotations.NullMarked;
