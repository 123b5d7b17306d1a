/** What the deciding side accepts, the reading side can hold: tests that need both sides and no server. */
@NullMarked
package org.mingzhang.application.facts;

import org.jspecify.annotations.NullMarked;
