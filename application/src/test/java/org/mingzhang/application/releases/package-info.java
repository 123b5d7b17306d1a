/** What earlier releases left on disk opens in this one and says the same. */
@NullMarked
package org.mingzhang.application.releases;

import org.jspecify.annotations.NullMarked;
